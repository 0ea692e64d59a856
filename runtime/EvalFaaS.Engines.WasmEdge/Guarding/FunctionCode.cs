using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>One function's code as the guard sees it.</summary>
/// <param name="Body">Where the whole body lies in the module: locals and instructions.</param>
/// <param name="FirstInstruction">Where the instructions begin.</param>
/// <param name="Locals">Parameters and locals.</param>
/// <param name="Instructions">How many instructions: no more operands can be on the stack.</param>
internal sealed record FunctionCode(Range Body, int FirstInstruction, uint Locals, int Instructions)
{
    /// <summary>As other engines have it; the library takes four thousand million, and the process ends when it makes room for them.</summary>
    private const uint MostLocals = 50_000;

    /// <summary>Bytes of the interpreter's frame: its own record, and 16 for each value.</summary>
    private const int FrameBytes = 64, ValueBytes = 16;

    /// <summary>The most that a call of it can take of the interpreter's stack, bytes.</summary>
    public long Weight => FrameBytes + ValueBytes * (Locals + (long)Instructions);

    /// <summary>Reads a body and tells the call graph whom it calls.</summary>
    public static FunctionCode Read(ref WasmReader reader, ModuleContent content, int function, CallGraph calls)
    {
        var length = reader.UInt32();
        var start = reader.Offset;
        var body = reader.Slice(length);
        ulong locals = (ulong)content.Functions[function].Parameters.Length;
        for (var groups = body.UInt32(); groups > 0; groups--)
        {
            locals += body.UInt32();
            TypeReader.Value(ref body, content);
        }

        if (locals > MostLocals)
            throw new FaultException(FaultKind.ModuleUnsupported, WasmEdgeEngine.Component, $"Function {function} has {locals} locals; {MostLocals} are taken.");
        var first = body.Offset;
        var instructions = 0;
        for (var depth = 1; depth > 0; instructions++)
        {
            var ahead = body;
            switch (ahead.Byte())
            {
                case Opcodes.Call or Opcodes.ReturnCall:
                    calls.Direct(function, (int)ahead.UInt32());
                    break;
                case Opcodes.CallIndirect or Opcodes.ReturnCallIndirect:
                    calls.Indirect(function, content.Types[(int)ahead.UInt32()]!);
                    break;
                case Opcodes.RefFunc:
                    calls.Taken((int)ahead.UInt32());
                    break;
            }

            depth += InstructionScanner.Instruction(ref body, content);
        }

        return new FunctionCode(start..(start + (int)length), first, (uint)locals, instructions);
    }
}

/// <summary>Instructions that the guard looks at.</summary>
internal static class Opcodes
{
    public const byte End = 0x0B, Branch = 0x0C, Return = 0x0F;
    public const byte Call = 0x10, CallIndirect = 0x11, ReturnCall = 0x12, ReturnCallIndirect = 0x13;
    public const byte MemoryGrow = 0x40, RefFunc = 0xD2, Prefix = 0xFC;
    public const uint TableGrow = 15;
}
