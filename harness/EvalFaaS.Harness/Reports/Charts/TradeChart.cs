using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>What an instance takes against how fast it starts: a point for each target with both intervals, both axes log.</summary>
internal static class TradeChart
{
    private const int Width = 1040, Height = 430;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<(string Label, int Target, Figure Memory, Figure Time)> points, string across, string up) =>
        ChartPainter.Paint(name, alternativeText, Width, Height, theme => [new Panel(Draw(theme, points, across, up), new PixelRect(0, Width, Height, 0))]);

    private static Plot Draw(ChartTheme theme, IReadOnlyList<(string Label, int Target, Figure Memory, Figure Time)> points, string across, string up)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(84, 190, 50, 34));
        var (left, right) = Limits([.. points.Select(p => p.Memory)]);
        var (low, high) = Limits([.. points.Select(p => p.Time)]);
        plot.Axes.SetLimits(left, right, low, high);
        PlotStyle.LogBottom(plot, left, right, v => Quantity.FormatTick(v, Figure.Bytes));
        plot.Axes.Left.TickGenerator = PlotStyle.LogTicks(low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        foreach (var (label, target, memory, time) in points)
        {
            var color = theme.ForTarget(target);
            double x = Math.Log10(memory.Value), y = Math.Log10(time.Value);
            Cross(plot, Log(memory.Low, x), y, Log(memory.High, x), y, color);
            Cross(plot, x, Log(time.Low, y), x, Log(time.High, y), color);
            plot.Add.Marker(x, y, MarkerShape.FilledCircle, 11, color);
            PlotStyle.Write(plot, label, x, y, color, Alignment.LowerLeft, bold: true, offsetX: 9, offsetY: -7);
        }
        PlotStyle.Write(plot, up, left, high, theme.Quiet, Alignment.LowerLeft, size: 11.5f, offsetY: -10);
        plot.XLabelBelow(theme, across + "; both axes log; lines: 95 % intervals over blocks; lower left is better");
        return plot;
    }

    private static (double, double) Limits(IReadOnlyList<Figure> figures)
    {
        double low = figures.Min(f => Math.Log10(f.Low is > 0 and var l ? l : f.Value)), high = figures.Max(f => Math.Log10(f.High ?? f.Value));
        return (low - 0.15, high + 0.15);
    }

    private static double Log(double? end, double otherwise) => end is > 0 and var value ? Math.Log10(value) : otherwise;

    private static void Cross(Plot plot, double x1, double y1, double x2, double y2, Color color)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (color, 2, 0);
    }
}
