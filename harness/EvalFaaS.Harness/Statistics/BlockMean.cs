using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Statistics;

/// <summary>Means of block values with t intervals.</summary>
/// <remarks>
/// Blocks, not requests, are the independent repetitions of a run. Source: any text on the t interval, for example
/// D. C. Montgomery, Design and Analysis of Experiments, 8th ed. (2013), section 2.4; why requests will not do: A. Georges, D. Buytaert, L. Eeckhout,
/// Statistically rigorous Java performance evaluation, OOPSLA 2007.
/// </remarks>
public static class BlockMean
{
    /// <summary>Arithmetic mean; an interval from <see cref="Interval.MinimumBlocks"/> blocks on.</summary>
    public static Interval Arithmetic(IReadOnlyList<double> blocks)
    {
        if (blocks.Count == 0) throw new ArgumentException("No block has a value.", nameof(blocks));
        var mean = blocks.Average();
        if (blocks.Count < Interval.MinimumBlocks) return new Interval(mean, null, null, blocks.Count);
        var variance = blocks.Sum(b => (b - mean) * (b - mean)) / (blocks.Count - 1);
        var half = Critical(blocks.Count - 1) * Math.Sqrt(variance / blocks.Count);
        return new Interval(mean, mean - half, mean + half, blocks.Count);
    }

    /// <summary>Geometric mean, its interval formed on the log scale; all values must be above 0.</summary>
    public static Interval Geometric(IReadOnlyList<double> blocks)
    {
        if (blocks.Any(b => b <= 0)) throw new ArgumentException("A geometric mean needs values above 0.", nameof(blocks));
        var logs = Arithmetic([.. blocks.Select(b => Math.Log(b))]);
        return new Interval(Math.Exp(logs.Value), Exp(logs.Low), Exp(logs.High), blocks.Count);
    }

    /// <summary>The two-sided critical value of Student's t.</summary>
    internal static double Critical(int degreesOfFreedom) => StudentT.InvCDF(0, 1, degreesOfFreedom, 1 - (1 - Interval.Level) / 2);

    private static double? Exp(double? log) => log is { } value ? Math.Exp(value) : null;
}
