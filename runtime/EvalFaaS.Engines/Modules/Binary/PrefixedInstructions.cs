using static EvalFaaS.Engines.WasmFeatures;

namespace EvalFaaS.Engines;

/// <summary>Instructions of two or more bytes: a prefix and a number.</summary>
internal static class PrefixedInstructions
{
    /// <summary>Prefix FC: saturating conversions, bulk memory, tables.</summary>
    public static void Miscellaneous(ref WasmReader reader, ModuleContent content)
    {
        var at = reader.Offset;
        var code = reader.UInt32();
        content.Use(code switch
        {
            <= 7 => SaturatingConversions,
            <= 14 => BulkMemory,
            <= 17 => ReferenceTypes,
            _ => throw Unknown(0xFC, code, at),
        });
        switch (code)
        {
            case 8: // memory.init
                reader.UInt32();
                InstructionScanner.Index(ref reader, content, MultiMemory);
                break;
            case 10: // memory.copy
                InstructionScanner.Index(ref reader, content, MultiMemory);
                InstructionScanner.Index(ref reader, content, MultiMemory);
                break;
            case 11: // memory.fill
                InstructionScanner.Index(ref reader, content, MultiMemory);
                break;
            case 12 or 14: // table.init, table.copy
                reader.UInt32();
                reader.UInt32();
                break;
            case 9 or 13 or >= 15: // data.drop, elem.drop, table.grow, table.size, table.fill
                reader.UInt32();
                break;
        }
    }

    /// <summary>Prefix FD: SIMD and relaxed SIMD.</summary>
    public static void Vector(ref WasmReader reader, ModuleContent content)
    {
        const uint LastRelaxed = 0x113;
        var at = reader.Offset;
        var code = reader.UInt32();
        if (code > LastRelaxed) throw Unknown(0xFD, code, at);
        content.Use(code < 0x100 ? Simd : Simd | RelaxedSimd);
        switch (code)
        {
            case <= 11 or 92 or 93: // loads and stores of a whole vector, load with zeros
                InstructionScanner.MemoryArgument(ref reader, content);
                break;
            case 12 or 13: // v128.const, shuffle
                reader.Skip(16);
                break;
            case >= 21 and <= 34: // a lane
                reader.Byte();
                break;
            case >= 84 and <= 91: // load or store of a lane
                InstructionScanner.MemoryArgument(ref reader, content);
                reader.Byte();
                break;
        }
    }

    /// <summary>Prefix FE: atomics.</summary>
    public static void Atomic(ref WasmReader reader, ModuleContent content)
    {
        const uint Fence = 3, LastWait = 2, First = 0x10, Last = 0x4E;
        var at = reader.Offset;
        var code = reader.UInt32();
        content.Use(Threads);
        if (code == Fence) reader.Byte();
        else if (code is <= LastWait or >= First and <= Last) InstructionScanner.MemoryArgument(ref reader, content);
        else throw Unknown(0xFE, code, at);
    }

    /// <summary>Prefix FB: structs, arrays, casts.</summary>
    public static void GarbageCollected(ref WasmReader reader, ModuleContent content)
    {
        var at = reader.Offset;
        var code = reader.UInt32();
        content.Use(GarbageCollection);
        switch (code)
        {
            case 0 or 1 or 6 or 7 or >= 11 and <= 14 or 16: // one type
                reader.UInt32();
                break;
            case <= 5 or 8 or 9 or 10 or >= 17 and <= 19: // a type and a field, number, segment or type
                reader.UInt32();
                reader.UInt32();
                break;
            case >= 20 and <= 23: // ref.test, ref.cast
                reader.Int33();
                break;
            case 24 or 25: // br_on_cast
                reader.Byte();
                reader.UInt32();
                reader.Int33();
                reader.Int33();
                break;
            case 15 or >= 26 and <= 30: // array.len, conversions, i31
                break;
            default:
                throw Unknown(0xFB, code, at);
        }
    }

    private static Exception Unknown(byte prefix, uint code, int at) =>
        WasmReader.Malformed($"0x{prefix:x2} {code} is no instruction that is known here", at);
}
