namespace EvalFaaS.Harness.Statistics;

/// <summary>How late requests were sent: issued minus intended, ns. What the generator adds to every latency that it reports.</summary>
/// <param name="P50Ns">Median.</param>
/// <param name="P99Ns">99th percentile.</param>
/// <param name="MaxNs">Largest.</param>
/// <remarks>Why it must be known: G. Tene, How NOT to measure latency (2013), on coordinated omission.</remarks>
public readonly record struct ScheduleFidelity(long P50Ns, long P99Ns, long MaxNs)
{
    /// <summary>Of the lateness of each request of a trial, ns; null without any.</summary>
    public static ScheduleFidelity? Of(IEnumerable<long> latenessNs)
    {
        var distribution = Distribution.Of(latenessNs);
        if (distribution.Count == 0) return null;
        return new ScheduleFidelity((long)distribution.Quantile(0.5), (long)distribution.Quantile(0.99), distribution.Maximum);
    }

    /// <summary>Of several trials: the median of medians, the largest 99th percentile, the largest value.</summary>
    public static ScheduleFidelity? Worst(IReadOnlyCollection<ScheduleFidelity> trials) => trials.Count == 0
        ? null
        : new ScheduleFidelity((long)Distribution.Of(trials.Select(t => t.P50Ns)).Quantile(0.5), trials.Max(t => t.P99Ns), trials.Max(t => t.MaxNs));
}
