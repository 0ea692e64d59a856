using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>Latency by percentile on a log axis, the percentiles spread so that each further nine has the same room.</summary>
internal static class LatencyChart
{
    private const int Width = 1040, Height = 430, Right = 190;

    /// <summary>A curve ends where fewer samples than this lie above it.</summary>
    private const int FewestAbove = 10;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<(Cell Cell, CellData Data)> cells, IReadOnlyList<string> targets)
    {
        var most = cells.Max(c => Nines(c.Data.Values));
        return ChartPainter.Paint(name, alternativeText, Width, Height, theme => [new Panel(Curves(theme, cells, targets, most), new PixelRect(0, Width, Height, 0))]);
    }

    private static Plot Curves(ChartTheme theme, IReadOnlyList<(Cell Cell, CellData Data)> cells, IReadOnlyList<string> targets, double most)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(84, Right, 50, 16));
        var low = Math.Log10(cells.Min(c => Math.Max(1, c.Data.Values.Quantile(0.01)))) - 0.05;
        var high = Math.Log10(cells.Max(c => Math.Max(1, At(c.Data.Values, Nines(c.Data.Values))))) + 0.1;
        plot.Axes.SetLimits(0, most, low, high);
        plot.Axes.Left.TickGenerator = PlotStyle.LogTicks(low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        plot.Axes.Bottom.TickGenerator = PercentileTicks(most);
        var ends = new List<(double Y, string Name, Color Color)>();
        foreach (var (cell, data) in cells)
        {
            var color = theme.ForTarget(targets.IndexOf(cell.Target));
            var end = Nines(data.Values);
            var xs = Enumerable.Range(0, 161).Select(i => i * end / 160).ToArray();
            var ys = xs.Select(x => Math.Log10(Math.Max(1, At(data.Values, x)))).ToArray();
            var curve = plot.Add.ScatterLine(xs, ys, color);
            curve.LineWidth = 2.2f;
            ends.Add((ys[^1], cell.State == StartStates.None ? cell.Target : $"{cell.Target} ({cell.State})", color));
        }
        EndNames.Write(plot, ends, most, low, high);
        plot.XLabelBelow(theme, "percentile; from the intended start to the last byte, all blocks together; log axis");
        return plot;
    }

    private static NumericManual PercentileTicks(double most)
    {
        var ticks = new NumericManual();
        foreach (var percentile in new[] { 0, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99 })
            if (-Math.Log10(1 - percentile / 100) is var at && at <= most + 1e-9) ticks.AddMajor(at, percentile.ToString(System.Globalization.CultureInfo.InvariantCulture) + " %");
        return ticks;
    }

    private static double Nines(Distribution values) => Math.Log10(Math.Max(2, (double)values.Count / FewestAbove));

    private static double At(Distribution values, double nines) => values.Quantile(1 - Math.Pow(10, -nines));
}
