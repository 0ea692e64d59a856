using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>What the library's codes mean as faults.</summary>
internal static class Traps
{
    private const uint ExecutionPhase = 0x400, PhaseMask = 0xFF00;

    /// <summary>The fault of a call that ended with this code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="state">Whose call.</param>
    /// <param name="tooDeep">Whether the guard found that calls nest too deeply.</param>
    /// <param name="aheadOfTime">Whether compiled code ran.</param>
    public static InvocationFault Fault(uint code, GuestState state, bool tooDeep, bool aheadOfTime) => code switch
    {
        ResultCode.Interrupted => Faults.Cancelled(state.Cancellation.Check()),
        ResultCode.CostLimitExceeded => Faults.Cancelled(CancelReason.Budget),
        _ when tooDeep => Faults.StackOverflow,
        // Compiled code finds out by a memory fault that its stack is used up, and the library knows only one kind of those.
        ResultCode.MemoryOutOfBounds when aheadOfTime && ThreadStack.TakeReachedEnd() => Faults.StackOverflow,
        _ when (code & PhaseMask) == ExecutionPhase => Faults.Trap(Name(code), state),
        _ => new InvocationFault(FaultKind.Internal, WasmEdgeEngine.Component, $"The guest could not be called: {ResultCode.Message(code)}."),
    };

    /// <summary>The fault of an instance that could not be made.</summary>
    public static InvocationFault AtStart(uint code, InvocationCancellation cancellation) => code switch
    {
        ResultCode.Interrupted => Faults.Cancelled(cancellation.Check()),
        ResultCode.CostLimitExceeded => Faults.Cancelled(CancelReason.Budget),
        ResultCode.Terminated => new InvocationFault(FaultKind.Trap, WasmEdgeEngine.Component, "The module's start function called a host function that needs an invocation, and none runs yet.") { Trap = "start function" },
        _ => new InvocationFault(FaultKind.Trap, WasmEdgeEngine.Component, $"The module could not be instantiated: {ResultCode.Message(code)}.") { Trap = ResultCode.Message(code) },
    };

    /// <summary>The library's message, in the words that all engines share.</summary>
    private static string Name(uint code) => code switch
    {
        0x404 => TrapNames.IntegerDivideByZero,
        0x405 => TrapNames.IntegerOverflow,
        0x406 => TrapNames.InvalidConversion,
        0x407 => TrapNames.TableOutOfBounds,
        ResultCode.MemoryOutOfBounds => TrapNames.MemoryOutOfBounds,
        0x40A => TrapNames.Unreachable,
        0x40B => TrapNames.UninitializedElement,
        // The library's word for an indirect call beyond the table.
        0x40C => TrapNames.TableOutOfBounds,
        0x40D => TrapNames.SignatureMismatch,
        0x410 => TrapNames.Unaligned,
        0x412 or 0x413 => TrapNames.NullReference,
        0x419 => TrapNames.UncaughtException,
        _ => ResultCode.Message(code),
    };
}
