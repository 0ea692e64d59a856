namespace EvalFaaS.Engines;

/// <summary>Clocks, read from the invocation's own: real time and monotonic time. CPU time is not told: it would be the host's.</summary>
internal static class ClockFunctions
{
    private const uint RealTime = 0;
    private const uint Monotonic = 1;
    private const ulong NsPerTick = 1_000_000_000 / TimeSpan.TicksPerSecond;

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("clock_res_get", "ii", static (in HostCall call) => Resolution(call)),
        WasiFunction.Of("clock_time_get", "ili", static (in HostCall call) => Time(call)),
    ];

    /// <summary>A clock's time in ns.</summary>
    /// <returns>Success, <see cref="Errno.NotSup"/> for a CPU clock, <see cref="Errno.Inval"/> for no clock.</returns>
    public static Errno Read(TimeProvider time, uint clock, out ulong ns)
    {
        ns = clock switch
        {
            RealTime => (ulong)(time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick,
            Monotonic => ToNs(time.GetTimestamp(), time.TimestampFrequency),
            _ => 0,
        };
        return Known(clock);
    }

    private static Errno Known(uint clock) => clock switch
    {
        RealTime or Monotonic => Errno.Success,
        2 or 3 => Errno.NotSup,
        _ => Errno.Inval,
    };

    private static ulong ToNs(long timestamp, long frequency) =>
        frequency == 1_000_000_000 ? (ulong)timestamp : (ulong)((Int128)timestamp * 1_000_000_000 / frequency);

    /// <summary>(clock, resolution: pointer to u64)</summary>
    private static Errno Resolution(in HostCall call)
    {
        var clock = call.UInt32(0);
        if (Known(clock) is not Errno.Success and var errno) return errno;
        var ns = clock == RealTime ? NsPerTick : (ulong)Math.Max(1, 1_000_000_000 / call.State.Context.Time.TimestampFrequency);
        return call.Memory.TryWriteUInt64(call.UInt32(1), ns) ? Errno.Success : Errno.Fault;
    }

    /// <summary>(clock, precision, time: pointer to u64)</summary>
    private static Errno Time(in HostCall call)
    {
        if (Read(call.State.Context.Time, call.UInt32(0), out var ns) is not Errno.Success and var errno) return errno;
        return call.Memory.TryWriteUInt64(call.UInt32(2), ns) ? Errno.Success : Errno.Fault;
    }
}
