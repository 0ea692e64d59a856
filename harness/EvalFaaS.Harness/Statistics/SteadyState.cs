namespace EvalFaaS.Harness.Statistics;

/// <summary>From where on a series is steady, by two tests that look at different things: MSER-5 at the mean, change points at the whole distribution.</summary>
/// <remarks>
/// Change points as a test of warm-up: E. Barrett, C. F. Bolz-Tereick, R. Killick, S. Mount, L. Tratt, Virtual machine warmup blows hot and cold, OOPSLA 2017.
/// As there, a series whose last stretch is short never was steady.
/// </remarks>
/// <param name="From">Position of the first steady value; null where the series never is steady.</param>
/// <param name="Enough">Whether there were enough values to tell.</param>
public readonly record struct SteadyState(int? From, bool Enough)
{
    /// <summary>Stretches shorter than this share of the series are taken for noise.</summary>
    private const int ShortestPart = 10;

    /// <summary>Of values in the order of time.</summary>
    public static SteadyState Of(IReadOnlyList<double> values)
    {
        var mean = Mser5.Of(values);
        if (!mean.Enough) return new SteadyState(null, false);
        var change = ChangePoints.Of(values, values.Count / ShortestPart).LastOrDefault();
        return new SteadyState(mean.Steady && change < values.Count / 2 ? Math.Max(mean.Cut, change) : null, true);
    }
}
