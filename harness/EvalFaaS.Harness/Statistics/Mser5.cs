namespace EvalFaaS.Harness.Statistics;

/// <summary>Where the initial transient of a series ends, by MSER-5: the cut that makes the standard error of the mean of what is left smallest, in batches of five.</summary>
/// <remarks>
/// K. P. White, An effective truncation heuristic for bias reduction in simulation output, Simulation 69 (1997); K. P. White, M. J. Cobb, S. C. Spratt,
/// A comparison of five steady-state truncation heuristics for simulation, WSC 2000. A cut in the second half means that no steady part was seen.
/// </remarks>
/// <param name="Steady">Whether a steady part was seen.</param>
/// <param name="Cut">Values before it.</param>
/// <param name="Enough">Whether there were enough values to tell.</param>
public readonly record struct Mser5(bool Steady, int Cut, bool Enough)
{
    /// <summary>With fewer values nothing is told.</summary>
    public const int FewestValues = 12 * Batch;

    private const int Batch = 5, FewestLeft = 5;

    /// <summary>Of values in the order of time.</summary>
    public static Mser5 Of(IReadOnlyList<double> values)
    {
        if (values.Count < FewestValues) return new Mser5(false, 0, false);
        var means = new double[values.Count / Batch];
        for (var i = 0; i < means.Length; i++)
            for (var j = 0; j < Batch; j++) means[i] += values[i * Batch + j] / Batch;

        var (best, cut) = (double.PositiveInfinity, 0);
        double sum = 0, squares = 0;
        // From the end, so that each cut adds one batch to the sums. The last few batches alone would always look steady.
        var last = means.Length - Math.Max(FewestLeft, means.Length / 6);
        for (var from = means.Length - 1; from >= 0; from--)
        {
            sum += means[from];
            squares += means[from] * means[from];
            var n = means.Length - from;
            var error = (squares - sum * sum / n) / ((double)n * n);
            if (from <= last && error <= best) (best, cut) = (error, from);
        }

        return new Mser5(cut < means.Length / 2, cut * Batch, true);
    }
}
