using static EvalFaaS.Engines.WasmFeatures;

namespace EvalFaaS.Engines;

/// <summary>
/// Walks over instructions, their immediates and the nesting of blocks, and notes the proposals they belong to.
/// It does not validate types: that is the engine's work. Takes time in proportion to the bytes and no stack.
/// </summary>
internal static class InstructionScanner
{
    private const byte End = 0x0B;

    /// <summary>A function's instructions, which must end with the bytes.</summary>
    public static void Body(ref WasmReader reader, ModuleContent content)
    {
        var depth = 1;
        while (depth > 0) depth += Instruction(ref reader, content);
        if (!reader.AtEnd) throw reader.Malformed("a function's code goes on after its end");
    }

    /// <summary>A constant expression: initialisers and offsets.</summary>
    public static void Constant(ref WasmReader reader, ModuleContent content)
    {
        while (reader.Peek() is var code && code != End)
        {
            if (code is >= 0x6A and <= 0x6C or >= 0x7C and <= 0x7E) content.Use(ExtendedConst);
            else if (code is not (0x23 or >= 0x41 and <= 0x44 or 0xD0 or 0xD2 or 0xFB or 0xFD)) throw reader.Malformed($"instruction 0x{code:x2} is not constant");
            Instruction(ref reader, content);
        }

        reader.Byte();
    }

    /// <summary>One instruction.</summary>
    /// <returns>By how much the nesting changes.</returns>
    internal static int Instruction(ref WasmReader reader, ModuleContent content)
    {
        var code = reader.Byte();
        switch (code)
        {
            case >= 0x45 and <= 0xBF or 0x00 or 0x01 or 0x05 or 0x0F or 0x1A or 0x1B:
                return 0;
            case >= 0x20 and <= 0x24 or 0x0C or 0x0D or 0x10:
                reader.UInt32();
                return 0;
            case >= 0x28 and <= 0x3E:
                MemoryArgument(ref reader, content);
                return 0;
            case 0x41:
                reader.Int32();
                return 0;
            case End:
                return -1;
            case >= 0x02 and <= 0x04:
                BlockType(ref reader, content);
                return 1;
            case 0x42:
                reader.Int64();
                return 0;
            case 0x43 or 0x44:
                reader.Skip(code == 0x43 ? 4u : 8u);
                return 0;
            case 0x0E:
                for (var labels = reader.Count("labels"); labels >= 0; labels--) reader.UInt32();
                return 0;
            case 0x11:
                reader.UInt32();
                Index(ref reader, content, ReferenceTypes);
                return 0;
            case 0x3F or 0x40:
                Index(ref reader, content, MultiMemory);
                return 0;
            case >= 0xC0 and <= 0xC4:
                content.Use(SignExtension);
                return 0;
            case 0xFC:
                PrefixedInstructions.Miscellaneous(ref reader, content);
                return 0;
            case 0xFD:
                PrefixedInstructions.Vector(ref reader, content);
                return 0;
            case 0xFE:
                PrefixedInstructions.Atomic(ref reader, content);
                return 0;
            case 0xFB:
                PrefixedInstructions.GarbageCollected(ref reader, content);
                return 0;
            default:
                return LaterInstructions.Read(code, ref reader, content);
        }
    }

    /// <summary>An index that only a proposal lets be other than 0.</summary>
    internal static void Index(ref WasmReader reader, ModuleContent content, WasmFeatures otherThanZero)
    {
        if (reader.UInt32() != 0) content.Use(otherThanZero);
    }

    internal static void BlockType(ref WasmReader reader, ModuleContent content)
    {
        var code = reader.Peek();
        if (code == 0x40)
        {
            reader.Byte();
        }
        else if (code is >= 0x60 and < 0x80)
        {
            // One byte with the sign bit set: a value type.
            TypeReader.Value(ref reader, content);
        }
        else
        {
            var at = reader.Offset;
            var index = reader.Int33();
            if (index < 0 || index >= content.Types.Count) throw WasmReader.Malformed($"{index} is no type of a block", at);
            content.Use(MultiValue);
        }
    }

    internal static void MemoryArgument(ref WasmReader reader, ModuleContent content)
    {
        const uint HasMemoryIndex = 1 << 6;
        var at = reader.Offset;
        var alignment = reader.UInt32();
        if (alignment >= HasMemoryIndex * 2) throw WasmReader.Malformed("an alignment is too large", at);
        if ((alignment & HasMemoryIndex) != 0) Index(ref reader, content, MultiMemory);
        if ((content.Features & Memory64) != 0) reader.UInt64();
        else reader.UInt32();
    }
}
