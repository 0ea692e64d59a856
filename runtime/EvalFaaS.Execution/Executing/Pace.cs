namespace EvalFaaS.Execution;

/// <summary>How long a function's guests have run lately. Races between writers lose a sample, which does no harm.</summary>
internal sealed class Pace(TimeSpan threshold)
{
    private const int Rise = 2, Fall = 16;

    /// <summary>The unknown average of a function never called is the largest number, so that only "never" lies above it.</summary>
    private readonly ulong _threshold = threshold == TimeSpan.MaxValue ? ulong.MaxValue : (ulong)threshold.TotalNanoseconds;
    private long _averageNs = -1;

    /// <summary>Moving average of execute, ns; 0 before the first.</summary>
    public long AverageNs => Math.Max(0, Volatile.Read(ref _averageNs));

    /// <summary>Whether the next one is likely to hold its thread for long. Nothing is known of a function before its first call, so that counts as long.</summary>
    public bool IsSlow => (ulong)Volatile.Read(ref _averageNs) > _threshold;

    /// <summary>Takes in one more. Quick to notice that a function is slow and slow to believe that it is not: a mistake one way costs a thread hop, the other a request thread.</summary>
    public void Add(long ns)
    {
        var average = Volatile.Read(ref _averageNs);
        Volatile.Write(ref _averageNs, average < 0 ? ns : average + (ns - average) / (ns > average ? Rise : Fall));
    }
}
