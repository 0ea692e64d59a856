using System.Globalization;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>How quantities are named and printed.</summary>
public static class CalibrationWords
{
    /// <summary>For people.</summary>
    public static string Name(PredictedFigure quantity) => quantity switch
    {
        PredictedFigure.ColdRate => "cold-start rate",
        PredictedFigure.Median => "median latency",
        PredictedFigure.P95 => "95 % latency",
        PredictedFigure.P99 => "99 % latency",
        PredictedFigure.Instances => "functions loaded",
        _ => "memory of loaded code",
    };

    /// <summary>A value with its unit.</summary>
    public static string Value(PredictedFigure quantity, double value) => quantity switch
    {
        PredictedFigure.ColdRate => value.ToString("P2", CultureInfo.InvariantCulture),
        PredictedFigure.Instances => value.ToString("0.00", CultureInfo.InvariantCulture),
        PredictedFigure.Memory => value.ToString("0.000", CultureInfo.InvariantCulture) + " MiB",
        _ => Quantity.Format(value * 1e9, Figure.Nanoseconds),
    };

    /// <summary>An interval.</summary>
    public static string Ends(PredictedFigure quantity, Measured value) => value is { Low: { } low, High: { } high } ? $"{Value(quantity, Math.Max(0, low))} – {Value(quantity, high)}" : "n too small";

    /// <summary>A relative error.</summary>
    public static string Error(Comparison comparison) => comparison.Error.ToString("+0.0 %;-0.0 %;0.0 %", CultureInfo.InvariantCulture);

    /// <summary>Whether it is within its bound.</summary>
    public static string Verdict(Comparison comparison) => comparison.Bound is { } bound ? $"{(comparison.Holds ? "within" : "NOT within")} {bound.ToString("P0", CultureInfo.InvariantCulture)}" : "shown";

    /// <summary>Whether all of it holds, in a sentence.</summary>
    public static string Answer(Calibration calibration)
    {
        var judged = calibration.Runs.Skip(1).SelectMany(r => r.Comparisons).Where(c => c.Bound is not null).ToList();
        var rankings = calibration.Rankings;
        return $"Fitted on one run, the simulator predicted {calibration.Runs.Count - 1} others: {judged.Count(c => c.Holds)} of {judged.Count} figures are within their bounds (10 % for cold-start rate and median, 20 % for the 95th percentile), "
            + $"and {rankings.Count(r => r.IsRight)} of {rankings.Count} rankings of policies are right.";
    }
}
