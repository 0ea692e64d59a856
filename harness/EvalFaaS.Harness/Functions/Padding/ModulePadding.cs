using EvalFaaS.Engines;

namespace EvalFaaS.Harness.Functions;

/// <summary>Makes a module larger by functions that nobody calls.</summary>
/// <remarks>
/// That is what large modules are made of: code that is read, hashed, validated, compiled and mapped, and of which a request runs a small part.
/// A custom section of the same size would cost the reading and the hashing alone. The functions stand behind the module's own, so no index of it moves.
/// </remarks>
internal static class ModulePadding
{
    private const int HeaderBytes = 8;
    private const byte TypeSection = 1, FunctionSection = 3, CodeSection = 10;

    /// <summary>The module, padded to about so many bytes: less than one function short of it. The same module and size give the same bytes.</summary>
    /// <param name="module">A core module with a memory and functions of its own.</param>
    /// <param name="bytes">The size; a module that has it already is given back as it is.</param>
    public static byte[] Pad(ReadOnlySpan<byte> module, int bytes)
    {
        var own = ModuleInspector.Inspect(module);
        if (bytes - module.Length < PaddingCode.MostBytes) return module.ToArray();
        var types = CountOf(module, TypeSection);
        var functions = (uint)own.Imports.Count(i => i.Kind == ExternalKind.Function) + CountOf(module, FunctionSection);
        var bodies = new WasmWriter();
        var code = new PaddingCode(functions, bytes);
        var count = 0u;
        // Each function takes a byte or more in the function section, for its type.
        for (var left = bytes - module.Length - PaddingCode.MostBytes; bodies.Written.Length + count < left; count++) bodies.Sized(code.Next());
        return Assemble(module, types, count, bodies.Written);
    }

    private static byte[] Assemble(ReadOnlySpan<byte> module, uint type, uint count, ReadOnlySpan<byte> bodies)
    {
        var result = new WasmWriter().Bytes(module[..HeaderBytes]);
        for (var reader = new WasmReader(module[HeaderBytes..]); !reader.AtEnd;)
        {
            var id = reader.Byte();
            var length = reader.UInt32();
            var content = module.Slice(HeaderBytes + reader.Offset, (int)length);
            reader.Skip(length);
            if (id is not (TypeSection or FunctionSection or CodeSection))
            {
                result.Section(id, content);
                continue;
            }

            var entries = new WasmReader(content);
            var more = id == TypeSection ? 1 : count;
            var section = new WasmWriter().UInt32(entries.UInt32() + more).Bytes(content[entries.Offset..]);
            if (id == TypeSection) section.Bytes(PaddingCode.Type);
            if (id == FunctionSection)
                for (var i = 0; i < count; i++) section.UInt32(type);
            if (id == CodeSection) section.Bytes(bodies);
            result.Section(id, section.Written);
        }

        return result.Written.ToArray();
    }

    private static uint CountOf(ReadOnlySpan<byte> module, byte section)
    {
        for (var reader = new WasmReader(module[HeaderBytes..]); !reader.AtEnd;)
        {
            var id = reader.Byte();
            var content = reader.Slice(reader.UInt32());
            if (id == section) return content.UInt32();
        }

        throw new ArgumentException($"A module without section {section} cannot be padded.", nameof(module));
    }
}
