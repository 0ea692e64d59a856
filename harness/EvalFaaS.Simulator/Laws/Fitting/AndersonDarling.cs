namespace EvalFaaS.Simulator.Laws.Fitting;

/// <summary>The statistic of Anderson and Darling: how far samples lie from a law, with weight on both tails.</summary>
/// <remarks>Source: T. W. Anderson, D. A. Darling, "A test of goodness of fit", JASA 49(268), 1954.</remarks>
public static class AndersonDarling
{
    // A sample that the law calls impossible makes the statistic large, not infinite.
    private const double Least = 1e-12;

    /// <summary>The statistic.</summary>
    /// <param name="sorted">The samples, ascending.</param>
    /// <param name="cdf">The law's distribution function.</param>
    public static double Statistic(ReadOnlySpan<double> sorted, Func<double, double> cdf)
    {
        var n = sorted.Length;
        var levels = new double[n];
        for (var i = 0; i < n; i++) levels[i] = Math.Clamp(cdf(sorted[i]), Least, 1 - Least);
        var sum = 0.0;
        for (var i = 0; i < n; i++) sum += (2 * i + 1) * (Math.Log(levels[i]) + Math.Log(1 - levels[n - 1 - i]));
        return -n - sum / n;
    }
}
