namespace EvalFaaS.Engines.Wasmtime;

/// <summary>The C API's trap codes (wasmtime/trap.h) and their names.</summary>
internal static class Traps
{
    public const byte StackOverflow = 0;
    public const byte MemoryOutOfBounds = 1;
    public const byte TableOutOfBounds = 3;
    public const byte UninitializedElement = 4;
    public const byte Unreachable = 9;
    public const byte Interrupt = 10;
    public const byte OutOfFuel = 11;

    public static string Name(byte code) => code switch
    {
        StackOverflow => TrapNames.StackOverflow,
        MemoryOutOfBounds => TrapNames.MemoryOutOfBounds,
        2 => TrapNames.Unaligned,
        TableOutOfBounds => TrapNames.TableOutOfBounds,
        UninitializedElement => TrapNames.UninitializedElement,
        5 => TrapNames.SignatureMismatch,
        6 => TrapNames.IntegerOverflow,
        7 => TrapNames.IntegerDivideByZero,
        8 => TrapNames.InvalidConversion,
        Unreachable => TrapNames.Unreachable,
        13 => TrapNames.NullReference,
        14 => "out of bounds array access",
        15 => "allocation size too large",
        16 => "cast failure",
        49 => TrapNames.UncaughtException,
        _ => $"trap {code}",
    };
}
