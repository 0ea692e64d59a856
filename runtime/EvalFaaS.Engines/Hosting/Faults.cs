using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>Faults that more than one engine or contract finds, with the same words everywhere.</summary>
public static class Faults
{
    private const string Guest = "guest";

    /// <summary>The fault of a cancellation.</summary>
    public static InvocationFault Cancelled(CancelReason reason) => reason switch
    {
        CancelReason.ClientGone => new(FaultKind.ClientGone, Guest, "The client went away before the answer was ready.", RetryMayHelp: true),
        CancelReason.Deadline => new(FaultKind.Deadline, Guest, "The function did not finish within its timeout."),
        CancelReason.Drain => new(FaultKind.Draining, Guest, "The node is shutting down and ended the invocation.", RetryMayHelp: true),
        CancelReason.Kill => new(FaultKind.Killed, Guest, "The invocation was ended by an operator.", RetryMayHelp: true),
        CancelReason.Budget => new(FaultKind.Budget, Guest, "The function used up its instruction budget."),
        _ => new(FaultKind.Internal, Guest, "The guest was ended without a reason."),
    };

    /// <summary>A trap, or the limit that led to it where one did.</summary>
    /// <param name="name">The trap's name, for example <c>unreachable</c>.</param>
    /// <param name="state">Tells whether growing was refused before.</param>
    public static InvocationFault Trap(string name, GuestState state) => state switch
    {
        { MemoryDenied: true } => new(FaultKind.MemoryLimit, Guest, $"The function asked for more memory than its limit and then trapped ({name}). Raise its memory limit or let it use less.") { Trap = name },
        { TableDenied: true } => new(FaultKind.TableLimit, Guest, $"The function asked for more table elements than its limit and then trapped ({name}).") { Trap = name },
        _ => new(FaultKind.Trap, Guest, $"The function trapped: {name}.") { Trap = name },
    };

    /// <summary>Endless or too deep recursion.</summary>
    public static InvocationFault StackOverflow { get; } =
        new(FaultKind.StackOverflow, Guest, "The function used up its stack (recursion too deep).") { Trap = TrapNames.StackOverflow };

    /// <summary>A pointer or length, given to a host function, that lies outside the guest's memory.</summary>
    /// <param name="function">The import, for example <c>evalfaas.log</c>.</param>
    public static InvocationFault BadPointer(string function) =>
        new(FaultKind.Trap, Guest, $"The function gave {function} a range outside its memory.") { Trap = TrapNames.MemoryOutOfBounds };

    /// <summary>Compiled code that the disk did not take.</summary>
    /// <param name="component">The engine.</param>
    /// <param name="path">The file.</param>
    /// <param name="why">The system's word on it, a sentence.</param>
    /// <param name="inner">Likewise, as thrown.</param>
    public static FaultException CodeNotWritten(string component, string path, string why, Exception? inner = null) => new(
        FaultKind.StorageFailed, component,
        $"The module's code cannot be written to '{path}': {why} Free space on the disk or mend its permissions, then try again.", retryMayHelp: true, inner);

    /// <summary>An import that nobody grants.</summary>
    public static FaultException ImportMissing(string component, ModuleImport import) => new(
        FaultKind.ImportMissing, component,
        $"The module imports {import}, which nothing here grants. `evalfaas module inspect` lists what is granted.");
}
