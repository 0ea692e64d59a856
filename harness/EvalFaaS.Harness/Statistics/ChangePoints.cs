using Perfolizer.Mathematics.Cpd;

namespace EvalFaaS.Harness.Statistics;

/// <summary>Where a series changes its distribution, by ED-PELT: no shape is assumed.</summary>
/// <remarks>
/// K. Haynes, P. Fearnhead, I. A. Eckley, A computationally efficient nonparametric approach for changepoint detection, Statistics and Computing 27 (2017), as Perfolizer has it.
/// </remarks>
public static class ChangePoints
{
    /// <summary>Positions at which a new stretch begins, ascending.</summary>
    /// <param name="series">Values in the order of time.</param>
    /// <param name="shortest">The shortest stretch that is looked for, at least 2.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<double> series, int shortest)
    {
        if (shortest < 2) throw new ArgumentOutOfRangeException(nameof(shortest), shortest, "At least 2.");
        if (series.Count < 2 * shortest) return [];
        // The detector names the last value before a change.
        return [.. EdPeltChangePointDetector.Instance.GetChangePointIndexes([.. series], shortest).Select(i => i + 1)];
    }
}
