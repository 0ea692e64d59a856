namespace EvalFaaS.Engines;

/// <summary>Ending, and giving way.</summary>
internal static class ProcessFunctions
{
    /// <summary>What a shell makes of a death by signal.</summary>
    private const int SignalExit = 128;

    public static HostFunction[] All { get; } =
    [
        new(WasiFunction.Module, "proc_exit", new FunctionType([ValueKind.I32], []), static (in HostCall call) => call.State.Exit(call.Int32(0))),
        WasiFunction.Of("proc_raise", "i", static (in HostCall call) => Raise(call)),
        WasiFunction.Of("sched_yield", "", static (in HostCall _) => Yield()),
    ];

    /// <summary>(signal). There are no handlers in a guest, so a signal ends it; signal 0 does nothing.</summary>
    private static Errno Raise(in HostCall call)
    {
        var signal = call.UInt32(0);
        if (signal == 0) return Errno.Success;
        if (signal > 30) return Errno.Inval;
        call.State.Exit(SignalExit + (int)signal);
        return Errno.Unwound;
    }

    private static Errno Yield()
    {
        Thread.Yield();
        return Errno.Success;
    }
}
