using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>An axis of values: from zero, or of their logarithms where they lie far apart.</summary>
/// <param name="Log">Whether it is of logarithms.</param>
/// <param name="Low">Its lower end, in the axis's own numbers.</param>
/// <param name="High">Its upper end.</param>
internal sealed record ValueAxis(bool Log, double Low, double High)
{
    public static ValueAxis Of(IReadOnlyList<double> values, double logFrom)
    {
        var above = values.Where(v => v > 0).DefaultIfEmpty(1).ToList();
        return above.Max() / above.Min() > logFrom
            ? new ValueAxis(true, Math.Log10(above.Min()) - 0.06, Math.Log10(above.Max()) + 0.06)
            : new ValueAxis(false, 0, above.Max() * 1.06);
    }

    public double At(double value) => Log ? Math.Log10(Math.Max(value, Math.Pow(10, Low))) : value;

    public NumericManual Ticks(Func<double, string> label) => Log ? PlotStyle.LogTicks(Low, High, label) : PlotStyle.LinearTicks(High, 5, label);
}
