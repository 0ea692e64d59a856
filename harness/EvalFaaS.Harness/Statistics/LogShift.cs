using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Statistics;

/// <summary>How far the logarithms of two targets' block values lie apart, with what the t distribution needs: the estimate behind a ratio.</summary>
/// <param name="Estimate">Mean of the logarithms of b minus that of a: the logarithm of the ratio b/a.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="DegreesOfFreedom">Of the standard error.</param>
/// <param name="Blocks">Pairs of blocks; where they are not paired, the blocks of the side that has fewer.</param>
public readonly record struct LogShift(double Estimate, double StandardError, double DegreesOfFreedom, int Blocks)
{
    /// <summary>From the blocks that both have. For targets measured in turns in one run: what a block does to both falls out.</summary>
    /// <remarks>D. C. Montgomery, Design and Analysis of Experiments, 8th ed. (2013), section 2.5: the paired t test.</remarks>
    /// <returns>Null with fewer than <see cref="Interval.MinimumBlocks"/> common blocks or a value of 0 or below.</returns>
    public static LogShift? Paired(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b)
    {
        var ratios = a.Keys.Where(b.ContainsKey).Order().Select(block => Math.Log(b[block] / a[block])).ToArray();
        if (ratios.Length < Interval.MinimumBlocks || !ratios.All(double.IsFinite)) return null;
        var (mean, variance) = Moments(ratios);
        return new LogShift(mean, Math.Sqrt(variance / ratios.Length), ratios.Length - 1, ratios.Length);
    }

    /// <summary>From the blocks of two different runs, which have nothing to do with each other.</summary>
    /// <remarks>B. L. Welch, The generalization of Student's problem when several different population variances are involved, Biometrika 34 (1947).</remarks>
    /// <returns>Null with fewer than <see cref="Interval.MinimumBlocks"/> blocks on a side or a value of 0 or below.</returns>
    public static LogShift? Unpaired(IReadOnlyCollection<double> a, IReadOnlyCollection<double> b)
    {
        if (Math.Min(a.Count, b.Count) < Interval.MinimumBlocks || a.Concat(b).Any(v => v is not (> 0 and < double.PositiveInfinity))) return null;
        var (meanA, varianceA) = Moments([.. a.Select(v => Math.Log(v))]);
        var (meanB, varianceB) = Moments([.. b.Select(v => Math.Log(v))]);
        var (shareA, shareB) = (varianceA / a.Count, varianceB / b.Count);
        var squared = shareA + shareB;
        var freedom = squared == 0 ? a.Count + b.Count - 2 : squared * squared / (shareA * shareA / (a.Count - 1) + shareB * shareB / (b.Count - 1));
        return new LogShift(meanB - meanA, Math.Sqrt(squared), freedom, Math.Min(a.Count, b.Count));
    }

    /// <summary>Two-sided p value of "no difference".</summary>
    public double P => StandardError == 0 ? Estimate == 0 ? 1 : 0 : 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Estimate) / StandardError);

    /// <summary>The ratio b/a with its t interval.</summary>
    /// <param name="level">The level, for example of one of several simultaneous intervals.</param>
    public Interval Ratio(double level = Interval.Level)
    {
        var half = Critical((1 + level) / 2) * StandardError;
        return new Interval(Math.Exp(Estimate), Math.Exp(Estimate - half), Math.Exp(Estimate + half), Blocks);
    }

    /// <summary>The same ratio the other way round.</summary>
    public LogShift Inverse() => this with { Estimate = -Estimate };

    private double Critical(double share) => StudentT.InvCDF(0, 1, DegreesOfFreedom, share);

    private static (double Mean, double Variance) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
