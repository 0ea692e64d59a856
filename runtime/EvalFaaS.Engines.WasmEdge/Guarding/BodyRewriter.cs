namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Writes a function's body anew: growing goes through the guard, and recursion is bounded in one of two ways.</summary>
internal sealed class BodyRewriter(ModuleParts parts, GuardIndices indices)
{
    private const byte Block = 0x02, Loop = 0x03, If = 0x04, Unreachable = 0x00, NoResult = 0x40, Subtract = 0x6B, Add = 0x6A, LessSigned = 0x48;

    /// <summary>The new body.</summary>
    /// <param name="module">The module's bytes.</param>
    /// <param name="code">The function's code.</param>
    /// <param name="type">The function's type.</param>
    /// <param name="guard">How it is bounded.</param>
    public byte[] Rewrite(ReadOnlySpan<byte> module, FunctionCode code, FunctionType type, RecursionGuard guard)
    {
        var output = new WasmWriter();
        var weight = (int)Math.Min(code.Weight, int.MaxValue / 2);
        output.Bytes(module[code.Body.Start..code.FirstInstruction]);
        var counts = guard == RecursionGuard.CountRoom;
        if (guard == RecursionGuard.LookForStop) output.Byte(Loop).Byte(NoResult).Byte(Opcodes.End);
        if (counts)
        {
            TakeRoom(output, weight);
            output.Byte(Block);
            BlockType(output, type);
        }

        Instructions(module, code, output, counts ? weight : 0);
        if (counts)
        {
            GiveRoom(output, weight);
            output.Byte(Opcodes.End);
        }

        return output.Written.ToArray();
    }

    private void Instructions(ReadOnlySpan<byte> module, FunctionCode code, WasmWriter output, int weight)
    {
        var end = code.Body.End.Value;
        var reader = new WasmReader(module[code.FirstInstruction..end], code.FirstInstruction);
        var copied = code.FirstInstruction;
        var depth = 0;
        while (!reader.AtEnd)
        {
            var start = reader.Offset;
            var ahead = reader;
            var opcode = ahead.Byte();
            depth += InstructionScanner.Instruction(ref reader, parts.Content);
            var grows = opcode == Opcodes.MemoryGrow || (opcode == Opcodes.Prefix && ahead.UInt32() == Opcodes.TableGrow);
            var returns = opcode == Opcodes.Return && weight > 0;
            var leaves = opcode is Opcodes.ReturnCall or Opcodes.ReturnCallIndirect && weight > 0;
            if (!grows && !returns && !leaves) continue;
            output.Bytes(module[copied..start]);
            copied = leaves ? start : reader.Offset;
            if (grows) output.Call(opcode == Opcodes.MemoryGrow ? indices.MemoryGrow : indices.TableGrow(ahead.UInt32()));
            // The function's own label is the block around the body now: a branch to it arrives where a return must.
            else if (returns) output.Byte(Opcodes.Branch).UInt32((uint)depth);
            else GiveRoom(output, weight);
        }

        output.Bytes(module[copied..end]);
    }

    private void TakeRoom(WasmWriter output, int weight) => output
        .GlobalGet(indices.Room).Const(weight).Byte(Subtract).GlobalSet(indices.Room)
        .GlobalGet(indices.Room).Const(0).Byte(LessSigned)
        .Byte(If).Byte(NoResult).Byte(Unreachable).Byte(Opcodes.End);

    private void GiveRoom(WasmWriter output, int weight) => output
        .GlobalGet(indices.Room).Const(weight).Byte(Add).GlobalSet(indices.Room);

    private void BlockType(WasmWriter output, FunctionType type)
    {
        switch (type.Results)
        {
            case []:
                output.Byte(NoResult);
                break;
            case [var one]:
                output.Byte((byte)one);
                break;
            default:
                output.Int32((int)indices.Type([], [.. type.Results.Select(r => (byte)r)]));
                break;
        }
    }
}
