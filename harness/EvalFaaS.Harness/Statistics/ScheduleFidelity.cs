namespace EvalFaaS.Harness.Statistics;

/// <summary>How late a load's generator itself sent its requests: issued minus intended, ns. What it adds to every latency that it reports.</summary>
/// <param name="Count">Requests.</param>
/// <param name="P50Ns">Median.</param>
/// <param name="P99Ns">99th percentile.</param>
/// <param name="MaxNs">Largest.</param>
/// <remarks>Why it must be known: G. Tene, How NOT to measure latency (2013), on coordinated omission.</remarks>
public readonly record struct ScheduleFidelity(long Count, long P50Ns, long P99Ns, long MaxNs)
{
    /// <summary>A latency counts when it is at least so many times the schedule error at the same percentile.</summary>
    public const int LatencyToError = 10;

    private const long LateMedianNs = 1_000_000;
    private const long LateP99Ns = 10_000_000;
    private const int FewestForP99 = 100;

    /// <summary>Of the lateness of each request of a trial, ns; null without any.</summary>
    public static ScheduleFidelity? Of(IEnumerable<long> latenessNs) => Of(Distribution.Of(latenessNs));

    /// <summary>Of a distribution of lateness; null where it is empty.</summary>
    public static ScheduleFidelity? Of(Distribution lateness) => lateness.Count == 0
        ? null
        : new ScheduleFidelity(lateness.Count, (long)lateness.Quantile(0.5), (long)lateness.Quantile(0.99), lateness.Maximum);

    /// <summary>
    /// Why the generator did not offer the load that was asked, or null where it did: the median request more than 1 ms late, or (from 100 requests on)
    /// one in a hundred more than 10 ms. What was then measured is another load, however fast it looks.
    /// </summary>
    public string? WhyBehind => P50Ns > LateMedianNs ? Say("half", P50Ns) : Count >= FewestForP99 && P99Ns > LateP99Ns ? Say("1 %", P99Ns) : null;

    /// <summary>
    /// Whether a percentile of latency stands above the generator's own lateness: at least <see cref="LatencyToError"/> times the same percentile of the
    /// schedule error. Below that it is withheld.
    /// </summary>
    public static bool Carries(double latencyNs, double errorNs) => latencyNs >= LatencyToError * errorNs;

    private static string Say(string share, long ns) =>
        FormattableString.Invariant($"the generator fell behind its schedule: {share} of the requests were sent more than {ns / 1e6:0.0} ms late, so this is not the load that was asked for");
}
