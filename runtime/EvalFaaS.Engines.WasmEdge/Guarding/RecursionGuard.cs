namespace EvalFaaS.Engines.WasmEdge;

/// <summary>What the guard adds to functions that may call themselves.</summary>
internal enum RecursionGuard
{
    /// <summary>Each call counts the room that its frame takes: for the interpreter, whose stack is the process's heap.</summary>
    CountRoom,

    /// <summary>
    /// Each call begins with an empty loop, where the compiler looks whether the guest is to stop. The stack's own end bounds compiled code,
    /// but LLVM turns recursion into jumps where it can, and those neither use the stack nor look for a stop.
    /// </summary>
    LookForStop,
}
