namespace EvalFaaS.Harness.Statistics;

/// <summary>
/// Distribution-free interval of a percentile between two order statistics, exact by the binomial distribution; equal tails.
/// </summary>
/// <remarks>
/// Source: H. A. David, H. N. Nagaraja, Order Statistics, 3rd ed. (2003), section 7.1; J.-Y. Le Boudec, Performance Evaluation of Computer and
/// Communication Systems (2010), theorem 2.1. It takes the samples as exchangeable, so it describes the requests of this run; targets are compared by blocks instead.
/// </remarks>
public static class PercentileInterval
{
    /// <summary>
    /// Ranks (from 1) of the order statistics that enclose the percentile with at least <see cref="Interval.Level"/>;
    /// null where the sample is too small for it.
    /// </summary>
    /// <param name="count">Number of samples.</param>
    /// <param name="percentile">The percentile as a share, above 0 and below 1.</param>
    public static (int Low, int High)? Ranks(int count, double percentile)
    {
        if (percentile is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A share above 0 and below 1.");
        const double tail = (1 - Interval.Level) / 2;
        // x(l) <= q exactly when at least l samples lie at or below q; the upper rank is the lower one seen from the other end.
        var low = Binomial.LowerRank(count, percentile, tail);
        var high = count + 1 - Binomial.LowerRank(count, 1 - percentile, tail);
        return low < 1 || high > count ? null : (low, high);
    }

    /// <summary>The fewest samples that carry an interval of this percentile: 6 for 0.5, 72 for 0.95, 368 for 0.99, 3,688 for 0.999.</summary>
    public static int MinimumCount(double percentile)
    {
        const double tail = (1 - Interval.Level) / 2;
        var rarer = Math.Max(percentile, 1 - percentile);
        return (int)Math.Ceiling(Math.Log(tail) / Math.Log(rarer));
    }

    /// <summary>The percentile of a distribution with its interval.</summary>
    public static Interval Of(Distribution values, double percentile)
    {
        var ranks = Ranks(checked((int)values.Count), percentile);
        return new Interval(
            values.Quantile(percentile),
            ranks is { } r ? values.AtRank(r.Low) : null,
            ranks is { } s ? values.AtRank(s.High) : null,
            (int)values.Count);
    }
}
