using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Loop.Replaying;

/// <summary>Right answers from one start state.</summary>
/// <param name="State">The state: <c>N0</c> to <c>N5</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Of all right answers.</param>
/// <param name="P50Ns">Their median latency from the intended start, ns.</param>
/// <param name="P99Ns">The 99th percentile, ns; null where there are too few for it.</param>
public sealed record StartCount(string State, long Count, double Share, double P50Ns, double? P99Ns)
{
    /// <summary>The state of a request: as the target says, else the one that its answers are always in.</summary>
    public static string StateOf(in LoadSample sample, string otherwise) => sample.Headers.StartState is { } own ? $"N{(int)own}" : otherwise;

    /// <summary>Counts them.</summary>
    /// <param name="samples">All requests.</param>
    /// <param name="otherwise">The state of a target that does not say it.</param>
    public static IReadOnlyList<StartCount> Of(IReadOnlyList<LoadSample> samples, string otherwise)
    {
        var right = samples.Where(s => s.Outcome == LoadOutcome.Ok).ToList();
        return [.. right.GroupBy(s => StateOf(s, otherwise)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, Distribution.Of(g.Select(s => s.LastByteNs - s.IntendedNs)), right.Count))];
    }

    private static StartCount Of(string state, Distribution latency, int all) =>
        new(state, latency.Count, (double)latency.Count / all, latency.Quantile(0.5), latency.Count >= PercentileInterval.MinimumCount(0.99) ? latency.Quantile(0.99) : null);
}
