using MathNet.Numerics;

namespace EvalFaaS.Harness.Statistics;

/// <summary>Binomial tails, exact for any number of trials.</summary>
internal static class Binomial
{
    /// <summary>
    /// The largest k with P(B &lt; k) at most <paramref name="tail"/>, B binomial(n, p); 0 where there is none.
    /// </summary>
    /// <remarks>
    /// Sums point probabilities by their recurrence from 20 standard deviations below the mean, where what is left out does not count and nothing
    /// underflows yet; the regularised beta function of MathNet stops too early for a million trials.
    /// </remarks>
    public static int LowerRank(int n, double p, double tail)
    {
        var mean = n * p;
        var k = (int)Math.Max(0, Math.Floor(mean - 20 * Math.Sqrt(mean * (1 - p)) - 1));
        var probability = Math.Exp(LogProbability(n, p, k));
        var odds = p / (1 - p);
        var below = 0.0;
        while (k < n)
        {
            below += probability;
            if (below > tail) return k;
            probability *= odds * (n - k) / (k + 1);
            k++;
        }
        return k;
    }

    private static double LogProbability(int n, double p, int k) =>
        SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n - k + 1.0) + k * Math.Log(p) + (n - k) * Math.Log(1 - p);
}
