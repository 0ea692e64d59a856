using System.Diagnostics;

namespace EvalFaaS.Harness.Load;

/// <summary>The run's clock: ns from the run's origin on the host's monotonic clock, with one UTC anchor.</summary>
public sealed class MonotonicClock
{
    private readonly long _origin;

    /// <summary>A clock whose origin is now.</summary>
    public MonotonicClock(TimeProvider time)
    {
        _origin = Stopwatch.GetTimestamp();
        AnchorUtc = time.GetUtcNow();
    }

    /// <summary>The UTC time at the origin.</summary>
    public DateTimeOffset AnchorUtc { get; }

    /// <summary>A reading of the host's monotonic clock, ns, made by any process, as ns since the origin.</summary>
    public long FromMonotonic(long ns) => ns - (long)((Int128)_origin * 1_000_000_000 / Stopwatch.Frequency);

    /// <summary>ns since the origin.</summary>
    public long NowNs => Stopwatch.Frequency == 1_000_000_000
        ? Stopwatch.GetTimestamp() - _origin
        : (long)((Int128)(Stopwatch.GetTimestamp() - _origin) * 1_000_000_000 / Stopwatch.Frequency);
}
