using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Statistics;

/// <summary>Wilcoxon's signed-rank test of paired differences, and the interval that belongs to it: of the Hodges-Lehmann shift, the median of all means of two.</summary>
/// <remarks>
/// F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945); J. L. Hodges, E. L. Lehmann, Estimates of location based on
/// rank tests, Annals of Mathematical Statistics 34 (1963); the interval: M. Hollander, D. A. Wolfe, E. Chicken, Nonparametric Statistical Methods, 3rd ed. (2014), section 3.4.
/// It assumes that differences lie symmetrically about their centre, as logarithms of ratios of like targets do, and nothing else of their shape.
/// </remarks>
public static class SignedRank
{
    // Beyond, the normal approximation is right to four digits and the exact count needs billions of steps.
    private const int LargestExact = 200;

    /// <summary>Two-sided p value of "the centre is 0"; exact up to 200 differences, also with ties. Differences of 0 say nothing and are left out.</summary>
    public static double PValue(IReadOnlyList<double> differences)
    {
        var values = differences.Where(d => d != 0).ToArray();
        if (values.Length == 0) return 1;
        var ranks = Ranks.Doubled([.. values.Select(Math.Abs)]);
        var total = ranks.Sum();
        var positive = ranks.Where((_, i) => values[i] > 0).Sum();
        var smaller = Math.Min(positive, total - positive);
        if (values.Length > LargestExact)
        {
            var deviation = Math.Sqrt(ranks.Sum(r => (double)r * r)) / 2;
            return Math.Min(1, 2 * Normal.CDF(total / 2.0, deviation, smaller + 1));
        }

        return Math.Min(1, 2 * Share(Counts(ranks), smaller));
    }

    /// <summary>The Hodges-Lehmann shift with its interval, none from fewer than 6 differences.</summary>
    public static Interval Shift(IReadOnlyList<double> differences, double level = Interval.Level)
    {
        var n = differences.Count;
        if (n == 0) throw new ArgumentException("No differences.", nameof(differences));
        var means = new double[n * (n + 1) / 2];
        var at = 0;
        for (var i = 0; i < n; i++)
            for (var j = i; j < n; j++) means[at++] = (differences[i] + differences[j]) / 2;
        Array.Sort(means);
        var rank = LowerRank(n, (1 - level) / 2);
        return new Interval(Ranks.Median(means), rank < 1 ? null : means[rank - 1], rank < 1 ? null : means[^rank], n);
    }

    /// <summary>The largest k with P(V &lt; k) at most the tail, V the sum of positive ranks: the rank, from 1, of the mean of two at which the interval begins.</summary>
    internal static int LowerRank(int n, double tail)
    {
        if (n > LargestExact)
            return (int)Math.Floor(n * (n + 1) / 4.0 + Normal.InvCDF(0, 1, tail) * Math.Sqrt(n * (n + 1.0) * (2 * n + 1) / 24));
        var counts = Counts([.. Enumerable.Range(1, n)]);
        var (rank, below) = (0, 0.0);
        while ((below += counts[rank]) <= tail) rank++;
        return rank;
    }

    /// <summary>The probability of each sum of ranks when each sign is a toss.</summary>
    private static double[] Counts(int[] ranks)
    {
        var counts = new double[ranks.Sum() + 1];
        counts[0] = 1;
        var reached = 0;
        foreach (var rank in ranks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--) counts[sum] = (counts[sum] + (sum >= rank ? counts[sum - rank] : 0)) / 2;
        }

        return counts;
    }

    private static double Share(double[] counts, int upTo) => counts.Take(upTo + 1).Sum();
}
