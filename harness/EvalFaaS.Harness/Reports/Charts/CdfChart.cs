using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Share of requests that were answered within a time, on a log axis, one curve for each target.</summary>
internal static class CdfChart
{
    private const int Width = 1040, Height = 380, Right = 190, Steps = 240;

    public static Chart Paint(string name, string alternativeText, string axis, IReadOnlyList<LatencyCurve> cells, IReadOnlyList<string> targets) =>
        ChartPainter.Paint(name, alternativeText, Width, Height, theme => [new Panel(Curves(theme, axis, cells, targets), new PixelRect(0, Width, Height, 0))]);

    private static Plot Curves(ChartTheme theme, string axis, IReadOnlyList<LatencyCurve> cells, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(64, Right, 50, 16));
        var low = cells.Min(c => Log(c.Data.Values.Quantile(Math.Max(0.001, c.Parts[0].From)))) - 0.05;
        var high = cells.Max(c => Log(c.Data.Values.Quantile(Math.Min(0.999, c.Parts[^1].To)))) + 0.05;
        PlotStyle.LogBottom(plot, low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        plot.Axes.SetLimitsY(0, 100);
        plot.Axes.Left.TickGenerator = PlotStyle.LinearTicks(100, 4, v => $"{v:0} %");
        foreach (var item in cells)
        {
            var color = theme.ForTarget(targets.IndexOf(item.Cell.Target));
            foreach (var (from, to) in item.Parts)
            {
                var begin = from > 0 ? Log(item.Data.Values.Quantile(from)) : low;
                var end = to < 1 ? Log(item.Data.Values.Quantile(to)) : high;
                var xs = Enumerable.Range(0, Steps + 1).Select(i => begin + (end - begin) * i / Steps).ToArray();
                var ys = xs.Select(x => 100 * item.Data.Values.ShareUpTo((long)Math.Pow(10, x))).ToArray();
                var curve = plot.Add.ScatterLine(xs, ys, color);
                curve.LineWidth = 2.2f;
                if (from > 0) CutEnd.Mark(plot, begin, ys[0], color, theme);
                if (to < 1) CutEnd.Mark(plot, end, ys[^1], color, theme);
            }
        }
        // In the order in which the curves stand from left to right.
        var ordered = cells.OrderByDescending(c => c.Data.Values.Quantile(0.5)).Select((c, i) => (Y: 12 + 7.0 * i, Captions.Named(c.Cell), theme.ForTarget(targets.IndexOf(c.Cell.Target)))).ToList();
        EndNames.Write(plot, ordered, high, 0, 100);
        plot.XLabelBelow(theme, axis);
        return plot;
    }

    private static double Log(double value) => Math.Log10(Math.Max(1, value));
}
