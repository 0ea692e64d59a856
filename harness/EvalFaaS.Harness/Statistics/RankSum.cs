using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;

namespace EvalFaaS.Harness.Statistics;

/// <summary>The rank-sum test of two samples that are not paired (Wilcoxon, Mann-Whitney), and the interval that belongs to it: of the Hodges-Lehmann shift, the median of all differences.</summary>
/// <remarks>
/// H. B. Mann, D. R. Whitney, On a test of whether one of two random variables is stochastically larger than the other, Annals of Mathematical Statistics 18 (1947);
/// the interval: M. Hollander, D. A. Wolfe, E. Chicken, Nonparametric Statistical Methods, 3rd ed. (2014), section 4.3. The distribution of U is Perfolizer's:
/// exact (A. Loeffler, 1982) up to 60 values together, then by Edgeworth's series. It assumes that both samples differ by a shift alone.
/// </remarks>
public static class RankSum
{
    private const int LargestExact = 60;

    /// <summary>Two-sided p value of "no shift"; ties are counted half to each side, and make it a little too large.</summary>
    public static double PValue(IReadOnlyCollection<double> a, IReadOnlyCollection<double> b)
    {
        var above = b.Sum(y => a.Sum(x => x < y ? 1 : x == y ? 0.5 : 0));
        var smaller = Math.Min(above, (double)a.Count * b.Count - above);
        return Math.Min(1, 2 * Below(a.Count, b.Count, (int)Math.Ceiling(smaller) + 1));
    }

    /// <summary>How much larger b is than a, with its interval; none where the samples are too small.</summary>
    public static Interval Shift(IReadOnlyCollection<double> a, IReadOnlyCollection<double> b, double level = Interval.Level)
    {
        if (a.Count == 0 || b.Count == 0) throw new ArgumentException("A sample is empty.");
        var differences = b.SelectMany(y => a.Select(x => y - x)).ToArray();
        Array.Sort(differences);
        var rank = LowerRank(a.Count, b.Count, (1 - level) / 2);
        return new Interval(Ranks.Median(differences), rank < 1 ? null : differences[rank - 1], rank < 1 ? null : differences[^rank], Math.Min(a.Count, b.Count));
    }

    /// <summary>The largest k with P(U &lt; k) at most the tail.</summary>
    internal static int LowerRank(int n, int m, double tail)
    {
        var (low, high) = (0, n * m / 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Below(n, m, middle) <= tail) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    // Perfolizer's functions give P(U < u).
    private static double Below(int n, int m, int u) => n + m <= LargestExact
        ? MannWhitneyLoefflerExactCdf.Instance.Cdf(n, m, u)
        : MannWhitneyEdgeworthApproxCdf.Instance.Cdf(n, m, u);
}
