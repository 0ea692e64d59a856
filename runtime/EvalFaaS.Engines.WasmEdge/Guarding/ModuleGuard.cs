namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// Adds to a module the limits that the library has no means for: how far memory and tables grow, told apart from other failures,
/// and recursion that would otherwise have no end.
/// </summary>
/// <remarks>
/// <c>memory.grow</c> and <c>table.grow</c> become calls of added functions that compare with limits in added globals.
/// Functions that may call themselves count the room that their frames take or look whether they are to stop (see <see cref="RecursionGuards"/>).
/// The start function becomes an export, since the limits must be set before it runs. The module must have been found valid before:
/// otherwise an index beyond its own things would reach the guard's.
/// </remarks>
internal static class ModuleGuard
{
    /// <summary>Changes whenever what is written changes: part of the compiled code's fingerprint.</summary>
    public const int Version = 3;

    /// <summary>Bytes that the interpreter's stack may take, by an estimate that is never too low; it grows by doubling, so up to three times that.</summary>
    public const int CallRoom = 64 << 20;

    private const byte I32 = 0x7F, Mutable = 1, End = 0x0B;

    /// <summary>The guarded module; the module itself where it has no code of its own.</summary>
    /// <param name="module">A valid module.</param>
    /// <param name="aheadOfTime">Whether it will be compiled.</param>
    public static byte[] Apply(ReadOnlySpan<byte> module, bool aheadOfTime)
    {
        var parts = ModuleParts.Read(module);
        if (parts.Code.Count == 0) return module.ToArray();
        var indices = new GuardIndices(parts);
        var functions = GuardFunctions.All(parts, indices);
        var code = Code(module, parts, indices, functions, aheadOfTime);
        var output = new WasmWriter().Bytes(module[..8]);
        var globalsWritten = false;
        foreach (var (id, range) in parts.Sections)
        {
            if (!globalsWritten && SectionIds.NotBeforeGlobals(id))
            {
                globalsWritten = true;
                output.Section(SectionIds.Global, Append(id == SectionIds.Global ? module[range] : [0], 4, Globals()));
            }

            if (id is SectionIds.Global or SectionIds.Start) continue;
            output.Section(id, id switch
            {
                SectionIds.Type => Append(module[range], indices.Types.Count, indices.Types.SelectMany(t => t).ToArray()),
                SectionIds.Function => Append(module[range], functions.Count, Encode(functions.Select(f => f.Type))),
                SectionIds.Export => Append(module[range], parts.Start is null ? 2 : 3, Exports(parts, indices)),
                SectionIds.Code => code,
                _ => module[range],
            });
        }

        return output.Written.ToArray();
    }

    private static byte[] Code(ReadOnlySpan<byte> module, ModuleParts parts, GuardIndices indices, List<(uint Type, byte[] Body)> functions, bool aheadOfTime)
    {
        var recursions = parts.Calls.Recursions(parts.Content.Functions);
        // Calls that cannot come back to the same function nest at most as deeply as there are functions.
        var large = CallRoom / parts.Code.Count;
        var rewriter = new BodyRewriter(parts, indices);
        var code = new WasmWriter().UInt32((uint)(parts.Code.Count + functions.Count));
        for (var i = 0; i < parts.Code.Count; i++)
        {
            var function = parts.ImportedFunctions + i;
            var guard = aheadOfTime
                ? RecursionGuards.ForCompiler(recursions[function])
                : RecursionGuards.ForInterpreter(recursions[function], parts.Code[i].Weight > large);
            code.Sized(rewriter.Rewrite(module, parts.Code[i], parts.Content.Functions[function], guard));
        }

        foreach (var function in functions) code.Sized(function.Body);
        return code.Written.ToArray();
    }

    private static byte[] Globals()
    {
        var globals = new WasmWriter();
        foreach (var initial in new[] { 0, 0, 0, CallRoom }) globals.Byte(I32).Byte(Mutable).Const(initial).Byte(End);
        return globals.Written.ToArray();
    }

    private static byte[] Exports(ModuleParts parts, GuardIndices indices)
    {
        const byte Function = 0;
        var exports = new WasmWriter()
            .Sized(GuardNames.Limits).Byte(Function).UInt32(indices.Limits)
            .Sized(GuardNames.Refusals).Byte(Function).UInt32(indices.Refusals);
        if (parts.Start is { } start) exports.Sized(GuardNames.Start).Byte(Function).UInt32((uint)start);
        return exports.Written.ToArray();
    }

    private static byte[] Encode(IEnumerable<uint> values)
    {
        var output = new WasmWriter();
        foreach (var value in values) output.UInt32(value);
        return output.Written.ToArray();
    }

    /// <summary>A section's vector with more elements behind its own.</summary>
    private static byte[] Append(ReadOnlySpan<byte> section, int count, ReadOnlySpan<byte> elements)
    {
        var reader = new WasmReader(section);
        var own = reader.UInt32();
        return new WasmWriter().UInt32(own + (uint)count).Bytes(section[reader.Offset..]).Bytes(elements).Written.ToArray();
    }
}
