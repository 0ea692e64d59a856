using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Statistics;

/// <summary>Whether a series rises or falls, without assuming how.</summary>
/// <remarks>H. B. Mann, Nonparametric tests against trend, Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1975), with the correction for ties and for continuity.</remarks>
public static class MannKendall
{
    /// <summary>Two-sided p value of "no trend", by the normal approximation, good from about 8 values on and near enough from 6.</summary>
    public static double PValue(IReadOnlyList<double> series)
    {
        var n = series.Count;
        long s = 0;
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++) s += series[j].CompareTo(series[i]);
        var ties = series.GroupBy(v => v).Sum(g => g.Count() * (g.Count() - 1.0) * (2 * g.Count() + 5));
        var variance = (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
        if (variance <= 0) return 1;
        var z = (Math.Abs(s) - 1) / Math.Sqrt(variance);
        return z <= 0 ? 1 : 2 * Normal.CDF(0, 1, -z);
    }
}
