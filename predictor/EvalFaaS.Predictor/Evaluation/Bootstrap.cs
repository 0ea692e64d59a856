namespace EvalFaaS.Predictor.Evaluation;

/// <summary>Intervals by resampling whole functions: the minutes of one function are not independent, functions nearly are.</summary>
internal static class Bootstrap
{
    /// <summary>A ratio of sums, with its percentile interval (Efron 1979).</summary>
    public static Interval Ratio(double[] numerators, double[] denominators, int resamples, Random random)
    {
        if (numerators.Length == 0) return new Interval(double.NaN, double.NaN, double.NaN);
        var ratios = new double[resamples];
        for (var r = 0; r < resamples; r++)
        {
            double over = 0, under = 0;
            for (var i = 0; i < numerators.Length; i++)
            {
                var picked = random.Next(numerators.Length);
                over += numerators[picked];
                under += denominators[picked];
            }

            ratios[r] = over / under;
        }

        Array.Sort(ratios);
        return new Interval(numerators.Sum() / denominators.Sum(), ratios[(int)(0.025 * resamples)], ratios[(int)(0.975 * resamples)]);
    }
}
