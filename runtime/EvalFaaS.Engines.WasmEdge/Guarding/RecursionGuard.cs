namespace EvalFaaS.Engines.WasmEdge;

/// <summary>What the guard adds to a function.</summary>
internal enum RecursionGuard
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each call counts the room that its frame takes.</summary>
    CountRoom,

    /// <summary>Each call begins with an empty loop, where the compiler looks whether the guest is to stop.</summary>
    LookForStop,
}

/// <summary>Which function gets what.</summary>
internal static class RecursionGuards
{
    /// <summary>For the interpreter, whose stack is the process's heap: all that may call themselves count, and those with very large frames.</summary>
    /// <param name="recursion">Whether the function may call itself.</param>
    /// <param name="large">Whether calls that never come back to the same function could use up the room by such frames.</param>
    public static RecursionGuard ForInterpreter(Recursion recursion, bool large) =>
        recursion != Recursion.None || large ? RecursionGuard.CountRoom : RecursionGuard.None;

    /// <summary>
    /// For compiled code the stack's own end is the bound, but LLVM makes jumps of recursion where it can, which neither use the stack nor look for a stop.
    /// Recursion from one place counts, and so ends in time. From several places, where the number of calls may grow without the depth
    /// and counting would take most of the time, it looks for a stop.
    /// </summary>
    public static RecursionGuard ForCompiler(Recursion recursion) => recursion switch
    {
        Recursion.Linear => RecursionGuard.CountRoom,
        Recursion.Branching => RecursionGuard.LookForStop,
        _ => RecursionGuard.None,
    };
}
