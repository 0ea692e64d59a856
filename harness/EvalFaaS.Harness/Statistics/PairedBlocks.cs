namespace EvalFaaS.Harness.Statistics;

/// <summary>Compares two targets by the blocks that both have.</summary>
/// <remarks>
/// Pairing by block removes what the blocks share (a busy host, a warm CPU). Ratios are averaged on the log scale, so that a/b and b/a give
/// the same answer: P. J. Fleming, J. J. Wallace, How not to lie with statistics, CACM 29 (1986).
/// </remarks>
public static class PairedBlocks
{
    /// <summary>Geometric mean of the ratios a/b with a t interval on the log scale; null with fewer than 6 common blocks or a value of 0 or below.</summary>
    /// <param name="a">Value of each block.</param>
    /// <param name="b">Value of each block of what it is compared with.</param>
    public static Interval? Ratio(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b)
    {
        var pairs = Pairs(a, b);
        if (pairs.Count < Interval.MinimumBlocks || pairs.Any(p => p.A <= 0 || p.B <= 0)) return null;
        return BlockMean.Geometric([.. pairs.Select(p => p.A / p.B)]);
    }

    /// <summary>Mean of the differences a - b with a t interval; null with fewer than 6 common blocks.</summary>
    /// <param name="a">Value of each block.</param>
    /// <param name="b">Value of each block of what it is compared with.</param>
    public static Interval? Difference(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b)
    {
        var pairs = Pairs(a, b);
        return pairs.Count < Interval.MinimumBlocks ? null : BlockMean.Arithmetic([.. pairs.Select(p => p.A - p.B)]);
    }

    private static List<(double A, double B)> Pairs(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b) =>
        [.. a.Where(x => b.ContainsKey(x.Key)).OrderBy(x => x.Key).Select(x => (x.Value, b[x.Key]))];
}
