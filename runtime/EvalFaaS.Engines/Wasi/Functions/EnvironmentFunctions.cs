namespace EvalFaaS.Engines;

/// <summary>Arguments and environment.</summary>
internal static class EnvironmentFunctions
{
    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("args_sizes_get", "ii", static (in HostCall call) => Sizes(call, call.State.Wasi.Arguments)),
        WasiFunction.Of("args_get", "ii", static (in HostCall call) => Get(call, call.State.Wasi.Arguments)),
        WasiFunction.Of("environ_sizes_get", "ii", static (in HostCall call) => Sizes(call, call.State.Wasi.Variables)),
        WasiFunction.Of("environ_get", "ii", static (in HostCall call) => Get(call, call.State.Wasi.Variables)),
    ];

    /// <summary>(count: pointer to u32, bytes: pointer to u32)</summary>
    private static Errno Sizes(in HostCall call, in StringBlock strings) =>
        call.Memory.TryWriteUInt32(call.UInt32(0), (uint)strings.Count) && call.Memory.TryWriteUInt32(call.UInt32(1), (uint)strings.Length)
            ? Errno.Success
            : Errno.Fault;

    /// <summary>(pointers, strings)</summary>
    private static Errno Get(in HostCall call, in StringBlock strings) =>
        strings.TryWrite(call.Memory, call.UInt32(0), call.UInt32(1)) ? Errno.Success : Errno.Fault;
}
