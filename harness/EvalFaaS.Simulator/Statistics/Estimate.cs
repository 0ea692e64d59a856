using MathNet.Numerics.Distributions;

namespace EvalFaaS.Simulator.Statistics;

/// <summary>A mean over independent replications.</summary>
/// <param name="Value">The mean.</param>
/// <param name="StandardError">Its standard error; 0 with one replication, which carries none.</param>
/// <param name="Replications">How many.</param>
public readonly record struct Estimate(double Value, double StandardError, int Replications)
{
    /// <summary>The level of intervals.</summary>
    public const double Level = 0.95;

    /// <summary>Half the width of its two-sided interval by Student's t; null where one replication carries none.</summary>
    public double? HalfWidth => Replications < 2 ? null : StandardError * StudentT.InvCDF(0, 1, Replications - 1, 1 - (1 - Level) / 2);

    /// <summary>The mean of values.</summary>
    public static Estimate Of(IEnumerable<double> values)
    {
        var moments = new Moments();
        foreach (var value in values) moments.Add(value);
        return new Estimate(moments.Mean, Math.Sqrt(moments.Variance / Math.Max(1, moments.Count)), (int)moments.Count);
    }

    /// <summary>How far it lies from what was expected, as a standard normal number: Student's t carried over by its distribution function, so that few replications do not look surer than they are.</summary>
    public double ZOf(double expected)
    {
        var apart = Value - expected;
        if (StandardError == 0) return Math.Abs(apart) <= 1e-9 * Math.Max(1, Math.Abs(expected)) ? 0 : double.PositiveInfinity;
        var tail = StudentT.CDF(0, 1, Replications - 1, -Math.Abs(apart / StandardError));
        return tail <= 0 ? double.PositiveInfinity : Math.CopySign(-Normal.InvCDF(0, 1, tail), apart);
    }
}
