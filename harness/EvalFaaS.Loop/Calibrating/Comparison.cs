using EvalFaaS.Simulator.Results;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>What was predicted of a run against what was measured.</summary>
/// <param name="Quantity">What.</param>
/// <param name="Predicted">The mean over replications; its interval is where one more run would lie.</param>
/// <param name="Measured">The run's own value.</param>
/// <param name="Bound">By which share the prediction may be off; null where that is shown and not judged.</param>
public sealed record Comparison(PredictedFigure Quantity, Measured Predicted, Measured Measured, double? Bound)
{
    /// <summary>By which share the prediction is off.</summary>
    public double Error => Measured.Value == 0 ? Predicted.Value == 0 ? 0 : double.PositiveInfinity : Predicted.Value / Measured.Value - 1;

    /// <summary>Whether it is within its bound.</summary>
    public bool Holds => Bound is null || Math.Abs(Error) <= Bound;

    /// <summary>All quantities of a run.</summary>
    public static IReadOnlyList<Comparison> All(MeasuredRun run, SimulationResult simulated) =>
    [
        new(PredictedFigure.ColdRate, Prediction(simulated, t => (double)t.Created / t.Arrivals), run.ColdRate(), 0.10),
        new(PredictedFigure.Median, Prediction(simulated, t => t.Latency.Quantile(0.5)), run.Percentile(0.5), 0.10),
        new(PredictedFigure.P95, Prediction(simulated, t => t.Latency.Quantile(0.95)), run.Percentile(0.95), 0.20),
        new(PredictedFigure.P99, Prediction(simulated, t => t.Latency.Quantile(0.99)), run.Percentile(0.99), null),
        new(PredictedFigure.Instances, Prediction(simulated, Figures.Instances), run.Instances(), null),
        new(PredictedFigure.Memory, Prediction(simulated, t => t.MiBSeconds / t.Seconds), run.Memory(), null),
    ];

    /// <summary>Mean over replications, and the interval in which one more run would lie.</summary>
    /// <remarks>Source: G. J. Hahn, W. Q. Meeker, Statistical Intervals, 1991, section 4.7: prediction interval of one future normal observation.</remarks>
    private static Measured Prediction(SimulationResult simulated, Func<Tally, double> figure)
    {
        var estimate = simulated.Estimate(figure);
        var n = estimate.Replications;
        if (n < 2) return new Measured(estimate.Value, null, null);
        var half = StudentT.InvCDF(0, 1, n - 1, 1 - (1 - Simulator.Statistics.Estimate.Level) / 2) * estimate.StandardError * Math.Sqrt(n + 1.0);
        return new Measured(estimate.Value, estimate.Value - half, estimate.Value + half);
    }
}

/// <summary>What is predicted.</summary>
public enum PredictedFigure
{
    /// <summary>The share of calls that waited for a load.</summary>
    ColdRate,

    /// <summary>Median latency, seconds.</summary>
    Median,

    /// <summary>95th percentile of latency, seconds.</summary>
    P95,

    /// <summary>99th percentile of latency, seconds.</summary>
    P99,

    /// <summary>Mean number of loaded functions.</summary>
    Instances,

    /// <summary>Mean memory of loaded code, MiB.</summary>
    Memory,
}
