namespace EvalFaaS.Engines;

/// <summary>Names of traps, the same for every engine. Most are the words of the core specification's test suite.</summary>
public static class TrapNames
{
    /// <summary>The guest executed <c>unreachable</c>: an abort or a panic.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>A load, store or bulk operation outside the linear memory.</summary>
    public const string MemoryOutOfBounds = "out of bounds memory access";

    /// <summary>A table access or an indirect call outside the table.</summary>
    public const string TableOutOfBounds = "out of bounds table access";

    /// <summary>An indirect call to an element that is null.</summary>
    public const string UninitializedElement = "uninitialized element";

    /// <summary>An indirect call with another type than the function's.</summary>
    public const string SignatureMismatch = "indirect call type mismatch";

    /// <summary>Integer division that overflows.</summary>
    public const string IntegerOverflow = "integer overflow";

    /// <summary>Integer division by zero.</summary>
    public const string IntegerDivideByZero = "integer divide by zero";

    /// <summary>A float that no integer of the type can hold.</summary>
    public const string InvalidConversion = "invalid conversion to integer";

    /// <summary>A misaligned atomic access.</summary>
    public const string Unaligned = "unaligned atomic";

    /// <summary>Recursion too deep.</summary>
    public const string StackOverflow = "stack overflow";

    /// <summary>A null reference was used.</summary>
    public const string NullReference = "null reference";

    /// <summary>An exception that the guest did not catch.</summary>
    public const string UncaughtException = "uncaught exception";
}
