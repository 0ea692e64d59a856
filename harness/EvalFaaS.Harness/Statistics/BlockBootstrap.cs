namespace EvalFaaS.Harness.Statistics;

/// <summary>Percentile interval of any statistic of a series by drawing stretches of it again, so that what neighbours share is kept; stretches of 1 are the ordinary bootstrap.</summary>
/// <remarks>
/// B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13; H. R. Kuensch, The jackknife and the bootstrap for general stationary
/// observations, Annals of Statistics 17 (1989). `evalfaas statistics coverage` shows it short of 95 % at the sizes used here, so no figure rests on it.
/// </remarks>
public static class BlockBootstrap
{
    /// <summary>The statistic with its interval.</summary>
    /// <param name="series">Values in the order of time.</param>
    /// <param name="stretch">Length of the stretches, from 1 to that of the series.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="random">Draws the stretches.</param>
    /// <param name="repetitions">How often the series is drawn again.</param>
    public static Interval Of(IReadOnlyList<double> series, int stretch, Func<double[], double> statistic, Random random, int repetitions = 999)
    {
        if (stretch < 1 || stretch > series.Count) throw new ArgumentOutOfRangeException(nameof(stretch), stretch, $"From 1 to the {series.Count} values of the series.");
        var found = new double[repetitions];
        var drawn = new double[series.Count];
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            for (var at = 0; at < drawn.Length;)
            {
                var from = random.Next(series.Count - stretch + 1);
                for (var i = 0; i < stretch && at < drawn.Length; i++) drawn[at++] = series[from + i];
            }

            found[repetition] = statistic(drawn);
        }

        Array.Sort(found);
        var tail = (int)((repetitions + 1) * (1 - Interval.Level) / 2);
        return new Interval(statistic([.. series]), found[tail - 1], found[^tail], series.Count);
    }
}
