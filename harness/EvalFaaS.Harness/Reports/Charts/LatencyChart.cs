using EvalFaaS.Harness.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>Latency by percentile on a log axis, the percentiles spread so that each further nine has the same room.</summary>
internal static class LatencyChart
{
    private const int Width = 1040, Height = 430, Right = 190, Steps = 160;

    /// <summary>A curve ends where fewer samples than this lie above it.</summary>
    private const int FewestAbove = 10;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<LatencyCurve> cells, IReadOnlyList<string> targets)
    {
        var most = cells.Max(c => Nines(c.Data.Values));
        return ChartPainter.Paint(name, alternativeText, Width, Height, theme => [new Panel(Curves(theme, cells, targets, most), new PixelRect(0, Width, Height, 0))]);
    }

    private static Plot Curves(ChartTheme theme, IReadOnlyList<LatencyCurve> cells, IReadOnlyList<string> targets, double most)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(84, Right, 50, 16));
        var low = cells.Min(c => Log(c.Data.Values.Quantile(Math.Max(0.01, c.Parts[0].From)))) - 0.05;
        var high = cells.Max(c => Log(At(c.Data.Values, EndOf(c, c.Parts[^1].To)))) + 0.1;
        plot.Axes.SetLimits(0, most, low, high);
        plot.Axes.Left.TickGenerator = PlotStyle.LogTicks(low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        plot.Axes.Bottom.TickGenerator = PercentileTicks(most);
        var ends = new List<(double Y, string Name, Color Color)>();
        foreach (var item in cells)
        {
            var color = theme.ForTarget(targets.IndexOf(item.Cell.Target));
            var last = 0.0;
            foreach (var (from, to) in item.Parts)
            {
                double begin = Math.Min(NinesAt(from), EndOf(item, 1)), end = EndOf(item, to);
                var xs = Enumerable.Range(0, Steps + 1).Select(i => begin + i * (end - begin) / Steps).ToArray();
                var ys = xs.Select(x => Log(At(item.Data.Values, x))).ToArray();
                var curve = plot.Add.ScatterLine(xs, ys, color);
                curve.LineWidth = 2.2f;
                if (from > 0) CutEnd.Mark(plot, xs[0], ys[0], color, theme);
                if (to < 1) CutEnd.Mark(plot, end, ys[^1], color, theme);
                last = ys[^1];
            }
            ends.Add((last, Captions.Named(item.Cell), color));
        }
        EndNames.Write(plot, ends, most, low, high);
        plot.XLabelBelow(theme, "percentile; from the intended start to the last byte, all blocks together; log axis");
        return plot;
    }

    private static NumericManual PercentileTicks(double most)
    {
        var ticks = new NumericManual();
        foreach (var percentile in new[] { 0, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99 })
            if (NinesAt(percentile / 100) is var at && at <= most + 1e-9) ticks.AddMajor(at, percentile.ToString(System.Globalization.CultureInfo.InvariantCulture) + " %");
        return ticks;
    }

    private static double Nines(Distribution values) => Math.Log10(Math.Max(2, (double)values.Count / FewestAbove));

    private static double NinesAt(double share) => -Math.Log10(1 - share);

    private static double EndOf(LatencyCurve curve, double share) => share < 1 ? Math.Min(NinesAt(share), Nines(curve.Data.Values)) : Nines(curve.Data.Values);

    private static double At(Distribution values, double nines) => values.Quantile(1 - Math.Pow(10, -nines));

    private static double Log(double value) => Math.Log10(Math.Max(1, value));
}
