namespace EvalFaaS.Engines.WasmEdge;

/// <summary>The functions that the guard adds.</summary>
internal static class GuardFunctions
{
    private const byte I32 = 0x7F, I64 = 0x7E, If = 0x04, Else = 0x05, End = 0x0B, Or = 0x72, ShiftLeft = 0x74, LessSigned = 0x48, Add64 = 0x7C, GreaterUnsigned64 = 0x56;

    /// <summary>Type index and body of each, in the order of their indices.</summary>
    public static List<(uint Type, byte[] Body)> All(ModuleParts parts, GuardIndices indices)
    {
        var all = new List<(uint, byte[])>
        {
            (indices.Type([I32, I32], []), Limits(indices)),
            (indices.Type([], [I32]), Refusals(indices)),
        };
        if (parts.Content.Memories.Count > 0) all.Add((indices.Type([I32], [I32]), MemoryGrow(indices)));
        for (var table = 0u; table < parts.Tables.Count; table++)
            all.Add((indices.Type([parts.Tables[(int)table], I32], [I32]), TableGrow(table, parts.Tables.Count, indices)));
        return all;
    }

    private static byte[] Limits(GuardIndices indices) => Body(code => code
        .LocalGet(0).GlobalSet(indices.Pages)
        .LocalGet(1).GlobalSet(indices.Elements)
        .Const(0).GlobalSet(indices.Refused));

    private static byte[] Refusals(GuardIndices indices) => Body(code => code
        .GlobalGet(indices.Refused)
        .GlobalGet(indices.Room).Const(0).Byte(LessSigned).Const(2).Byte(ShiftLeft).Byte(Or));

    private static byte[] MemoryGrow(GuardIndices indices) => Body(code =>
    {
        code.Byte(0x3F).Byte(0).Extend().LocalGet(0).Extend().Byte(Add64);
        Refuse(code, indices, indices.Pages, Refused.Memory);
        code.LocalGet(0).Byte(Opcodes.MemoryGrow).Byte(0).Byte(End);
    });

    private static byte[] TableGrow(uint table, int tables, GuardIndices indices) => Body(code =>
    {
        // The limit is one for all tables together.
        code.LocalGet(1).Extend();
        for (var i = 0u; i < tables; i++) code.Byte(Opcodes.Prefix).UInt32(16).UInt32(i).Extend().Byte(Add64);
        Refuse(code, indices, indices.Elements, Refused.Table);
        code.LocalGet(0).LocalGet(1).Byte(Opcodes.Prefix).UInt32(Opcodes.TableGrow).UInt32(table).Byte(End);
    });

    /// <summary>With the wanted size as an i64 on the stack: answers -1 and notes it when that is over the limit, else goes on.</summary>
    private static void Refuse(WasmWriter code, GuardIndices indices, uint limit, Refused what) => code
        .GlobalGet(limit).Extend().Byte(GreaterUnsigned64)
        .Byte(If).Byte(I32)
        .GlobalGet(indices.Refused).Const((int)what).Byte(Or).GlobalSet(indices.Refused)
        .Const(-1)
        .Byte(Else);

    private static byte[] Body(Action<WasmWriter> write)
    {
        var code = new WasmWriter().UInt32(0);
        write(code);
        return code.Byte(End).Written.ToArray();
    }
}
