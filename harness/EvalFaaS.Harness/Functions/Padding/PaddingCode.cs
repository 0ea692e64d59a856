using EvalFaaS.Engines;

namespace EvalFaaS.Harness.Functions;

/// <summary>Writes functions (i32, i32) -> i32 that look to a compiler as usual ones do: arithmetic, memory, branches, loops and calls of each other, no two alike.</summary>
/// <param name="first">Index of the first one.</param>
/// <param name="seed">They follow from it.</param>
internal sealed class PaddingCode(uint first, int seed)
{
    /// <summary>More than any of them takes, with its size and type.</summary>
    public const int MostBytes = 1024;

    private const byte I32 = 0x7F, Empty = 0x40, End = 0x0B, If = 0x04, Else = 0x05, Loop = 0x03, BranchIf = 0x0D, LocalSet = 0x21, LocalTee = 0x22, Load = 0x28, Store = 0x36;
    private const int Locals = 4, FewestStatements = 4, MostStatements = 24;

    // add, sub, mul, and, or, xor, shl, shr_u: none of them traps.
    private static readonly byte[] Operators = [0x6A, 0x6B, 0x6C, 0x71, 0x72, 0x73, 0x74, 0x76];

    // The same numbers on every machine and in every version of .NET: an algorithm that is written down for a seed.
    private readonly Random _random = new(seed);
    private uint _written;

    /// <summary>Their type as the type section has it.</summary>
    public static ReadOnlySpan<byte> Type => [0x60, 2, I32, I32, 1, I32];

    /// <summary>The next one's locals and instructions.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var body = new WasmWriter().Byte(1).UInt32(Locals - 2).Byte(I32);
        for (var left = _random.Next(FewestStatements, MostStatements); left > 0; left--) Statement(body);
        _written++;
        return body.LocalGet(Local()).Byte(End).Written;
    }

    private void Statement(WasmWriter body)
    {
        switch (_random.Next(6))
        {
            case 0:
                Value(body.LocalGet(Local()));
                body.Byte(Load).Byte(2).UInt32((uint)_random.Next(1 << 12)).Byte(LocalSet).UInt32(Local());
                break;
            case 1:
                Value(body.LocalGet(Local()));
                body.LocalGet(Local()).Byte(Store).Byte(2).UInt32((uint)_random.Next(1 << 12));
                break;
            case 2:
                body.LocalGet(Local()).Byte(If).Byte(Empty);
                Assign(body);
                body.Byte(Else);
                Assign(body);
                body.Byte(End);
                break;
            case 3:
                body.Byte(Loop).Byte(Empty);
                Assign(body);
                body.LocalGet(Local()).Const(-1).Byte(Operators[0]).Byte(LocalTee).UInt32(Local()).Byte(BranchIf).UInt32(0).Byte(End);
                break;
            case 4 when _written > 0:
                body.LocalGet(Local()).LocalGet(Local()).Call(first + (uint)_random.NextInt64(_written)).Byte(LocalSet).UInt32(Local());
                break;
            default:
                Assign(body);
                break;
        }
    }

    private void Assign(WasmWriter body)
    {
        Value(body.LocalGet(Local()));
        body.Byte(LocalSet).UInt32(Local());
    }

    // A value on the stack becomes another.
    private void Value(WasmWriter body) => body.Const(_random.Next(int.MinValue, int.MaxValue)).Byte(Operators[_random.Next(Operators.Length)]);

    private uint Local() => (uint)_random.Next(Locals);
}
