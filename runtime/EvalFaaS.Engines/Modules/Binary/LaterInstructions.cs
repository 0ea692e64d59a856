using static EvalFaaS.Engines.WasmFeatures;

namespace EvalFaaS.Engines;

/// <summary>One-byte instructions that proposals added: tail calls, exceptions, references.</summary>
internal static class LaterInstructions
{
    /// <returns>By how much the nesting changes.</returns>
    public static int Read(byte code, ref WasmReader reader, ModuleContent content)
    {
        switch (code)
        {
            case 0x06: // try, of the proposal's first form
                content.Use(Exceptions);
                InstructionScanner.BlockType(ref reader, content);
                return 1;
            case 0x07 or 0x08 or 0x09: // catch, throw, rethrow
                content.Use(Exceptions);
                reader.UInt32();
                return 0;
            case 0x0A or 0x19: // throw_ref, catch_all
                content.Use(Exceptions);
                return 0;
            case 0x18: // delegate, which ends its block
                content.Use(Exceptions);
                reader.UInt32();
                return -1;
            case 0x1F:
                TryTable(ref reader, content);
                return 1;
            case 0x12: // return_call
                content.Use(TailCalls);
                reader.UInt32();
                return 0;
            case 0x13: // return_call_indirect
                content.Use(TailCalls);
                reader.UInt32();
                InstructionScanner.Index(ref reader, content, ReferenceTypes);
                return 0;
            case 0x14 or 0x15: // call_ref, return_call_ref
                content.Use(code == 0x14 ? GarbageCollection : GarbageCollection | TailCalls);
                reader.UInt32();
                return 0;
            case 0x1C: // select with a type
                content.Use(ReferenceTypes);
                for (var types = reader.Count("types"); types > 0; types--) TypeReader.Value(ref reader, content);
                return 0;
            case 0x25 or 0x26 or 0xD2: // table.get, table.set, ref.func
                content.Use(ReferenceTypes);
                reader.UInt32();
                return 0;
            case 0xD0: // ref.null
                content.Use(ReferenceTypes);
                reader.Int33();
                return 0;
            case 0xD1: // ref.is_null
                content.Use(ReferenceTypes);
                return 0;
            case 0xD3 or 0xD4: // ref.eq, ref.as_non_null
                content.Use(GarbageCollection);
                return 0;
            case 0xD5 or 0xD6: // br_on_null, br_on_non_null
                content.Use(GarbageCollection);
                reader.UInt32();
                return 0;
            default:
                throw WasmReader.Malformed($"0x{code:x2} is no instruction that is known here", reader.Offset - 1);
        }
    }

    private static void TryTable(ref WasmReader reader, ModuleContent content)
    {
        content.Use(Exceptions);
        InstructionScanner.BlockType(ref reader, content);
        for (var clauses = reader.Count("catch clauses", 2); clauses > 0; clauses--)
        {
            var kind = reader.Byte();
            if (kind > 3) throw WasmReader.Malformed($"0x{kind:x2} is no catch clause", reader.Offset - 1);
            if (kind < 2) reader.UInt32();
            reader.UInt32();
        }
    }
}
