namespace EvalFaaS.Harness.Statistics;

/// <summary>How much of a figure's spread is between repetitions of a whole run, and how much between the blocks of one run.</summary>
/// <remarks>S. R. Searle, G. Casella, C. E. McCulloch, Variance Components (1992), section 3.6: analysis of variance with one random factor and groups of unequal size.</remarks>
/// <param name="Between">Variance between runs; 0 where the means of runs differ no more than their blocks explain.</param>
/// <param name="Within">Variance between the blocks of a run.</param>
/// <param name="Runs">Runs.</param>
public readonly record struct VarianceComponents(double Between, double Within, int Runs)
{
    /// <summary>Of the block values of several runs.</summary>
    /// <exception cref="ArgumentException">Fewer than two runs, or no run with two blocks.</exception>
    public static VarianceComponents Of(IReadOnlyCollection<IReadOnlyCollection<double>> runs)
    {
        var count = runs.Sum(r => r.Count);
        if (runs.Count < 2 || count <= runs.Count || runs.Any(r => r.Count == 0)) throw new ArgumentException("Variances need two runs, and two blocks in one of them.", nameof(runs));
        var mean = runs.Sum(r => r.Sum()) / count;
        var within = runs.Sum(r => r.Sum(v => Math.Pow(v - r.Average(), 2))) / (count - runs.Count);
        var between = runs.Sum(r => r.Count * Math.Pow(r.Average() - mean, 2)) / (runs.Count - 1);
        var size = (count - runs.Sum(r => (double)r.Count * r.Count) / count) / (runs.Count - 1);
        return new VarianceComponents(Math.Max(0, (between - within) / size), within, runs.Count);
    }
}
