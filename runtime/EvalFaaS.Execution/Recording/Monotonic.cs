namespace EvalFaaS.Execution;

/// <summary>The monotonic clock in the unit of the ledger.</summary>
internal static class Monotonic
{
    public static long NowNs(this TimeProvider time)
    {
        var timestamp = time.GetTimestamp();
        var frequency = time.TimestampFrequency;
        return frequency == 1_000_000_000 ? timestamp : (long)((Int128)timestamp * 1_000_000_000 / frequency);
    }
}
