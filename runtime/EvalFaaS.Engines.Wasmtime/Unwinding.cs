using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>Finds out why a guest was unwound, and frees what the engine says about it.</summary>
internal static class Unwinding
{
    /// <summary>Leaves the fault in the state, unless the host unwound the guest itself and has left one, or the guest exited.</summary>
    public static void Record(GuestState state, nint error, nint trap, in GrowthEvidence growth)
    {
        if (trap != 0)
        {
            var known = ErrorApi.TrapCode(trap, out var code);
            ErrorApi.DeleteTrap(trap);
            if (error != 0) ErrorApi.Delete(error);
            if (state.Fault is null && state.ExitCode is null) state.Fail(Fault(state, known ? code : byte.MaxValue, growth));
            return;
        }

        if (state.Fault is not null || state.ExitCode is not null)
        {
            ErrorApi.Delete(error);
            return;
        }

        state.Fail(new InvocationFault(FaultKind.Internal, NativeErrors.Component, $"The engine failed: {NativeErrors.Take(error)}"));
    }

    private static InvocationFault Fault(GuestState state, byte code, in GrowthEvidence growth)
    {
        switch (code)
        {
            case Traps.StackOverflow:
                return Faults.StackOverflow;
            case Traps.OutOfFuel:
                return Faults.Cancelled(CancelReason.Budget);
            case Traps.Interrupt:
                return Faults.Cancelled(state.Running ? state.Cancellation.Check() : CancelReason.Deadline);
            case Traps.Unreachable or Traps.MemoryOutOfBounds or Traps.TableOutOfBounds or Traps.UninitializedElement:
                state.MemoryDenied = growth.MemoryNearLimit();
                state.TableDenied = growth.TableNearLimit();
                break;
        }

        return Faults.Trap(Traps.Name(code), state);
    }
}
