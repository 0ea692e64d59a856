using EvalFaaS.Harness.Reports;
using ScottPlot;
using PlotStyle = EvalFaaS.Harness.Reports.PlotStyle;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>Share of calls that were answered within a time, on a log axis: as measured, and as predicted.</summary>
internal static class CalibrationChart
{
    private const int Width = 1040, Height = 380, Right = 150, Steps = 400;

    public static Chart Paint(string name, CalibratedRun run) => ChartPainter.Paint(
        name, $"Share of calls answered within a time under {run.Measured.Scenario.Name}, one curve as measured and one as predicted; their percentiles are in the table above.", Width, Height,
        theme => [new Panel(Draw(theme, run), new PixelRect(0, Width, Height, 0))]);

    private static Plot Draw(ChartTheme theme, CalibratedRun run)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(64, Right, 50, 16));
        var measured = run.Measured.Right.Select(MeasuredRun.Latency).Order().ToArray();
        var predicted = run.Simulated.Total.Latency;
        double[] levels = [.. Enumerable.Range(1, Steps - 1).Select(i => (double)i / Steps)];
        var low = Math.Log10(1e9 * Math.Min(measured[measured.Length / 1000], predicted.Quantile(0.001))) - 0.05;
        var high = Math.Log10(1e9 * Math.Max(measured[^(1 + measured.Length / 1000)], predicted.Quantile(0.999))) + 0.05;
        PlotStyle.LogBottom(plot, low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        plot.Axes.SetLimitsY(0, 100);
        plot.Axes.Left.TickGenerator = PlotStyle.LinearTicks(100, 4, v => $"{v:0} %");
        Curve(plot, levels, l => measured[(int)(l * measured.Length)], theme.Series[0]);
        Curve(plot, levels, predicted.Quantile, theme.Series[1]);
        EndNames.Write(plot, [(96, "predicted", theme.Series[1]), (88, "measured", theme.Series[0])], high, 0, 100);
        plot.XLabelBelow(theme, "latency from the intended start; log axis");
        return plot;
    }

    private static void Curve(Plot plot, double[] levels, Func<double, double> quantile, Color color) =>
        plot.Add.ScatterLine(levels.Select(l => Math.Log10(1e9 * quantile(l))).ToArray(), levels.Select(l => 100 * l).ToArray(), color).LineWidth = 2.2f;
}
