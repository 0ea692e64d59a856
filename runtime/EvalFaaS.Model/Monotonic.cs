namespace EvalFaaS.Model;

/// <summary>The monotonic clock in the unit of the ledger.</summary>
public static class Monotonic
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>ns since some moment in the past, the same for all who ask this clock.</summary>
    public static long NowNs(this TimeProvider time)
    {
        var timestamp = time.GetTimestamp();
        var frequency = time.TimestampFrequency;
        return frequency == NanosecondsPerSecond ? timestamp : (long)((Int128)timestamp * NanosecondsPerSecond / frequency);
    }
}
