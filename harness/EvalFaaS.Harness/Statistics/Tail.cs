using System.Collections.Immutable;

namespace EvalFaaS.Harness.Statistics;

/// <summary>How far into the tail a sample reaches: nothing is extrapolated beyond it.</summary>
public static class Tail
{
    /// <summary>The percentiles that are spoken of, as shares.</summary>
    public static ImmutableArray<double> Ladder { get; } = [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999];

    /// <summary>The highest percentile of the ladder that so many samples carry an interval of; null where they carry none.</summary>
    public static double? Highest(long count) => Ladder.Where(p => count >= PercentileInterval.MinimumCount(p)).Select(p => (double?)p).LastOrDefault();
}
