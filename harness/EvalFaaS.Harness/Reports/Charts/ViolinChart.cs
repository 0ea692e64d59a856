using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>How times are spread: a violin of all of them on a log axis, the quarters as a bar in it, the median of each block as a point.</summary>
internal static class ViolinChart
{
    private const int Width = 1040, Names = 170, Right = 130, Foot = 46, Bins = 160;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<LatencyCurve> cells, IReadOnlyList<string> targets)
    {
        var rows = new ChartRows<LatencyCurve>(cells.GroupBy(c => c.Cell.Function).Select(g => (g.Key, g.Select(c => (Captions.Named(c.Cell), c)))));
        var height = rows.PixelHeight + Foot;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme => [new Panel(Draw(theme, rows, targets), new PixelRect(0, Width, height, 0))]);
    }

    private static Plot Draw(ChartTheme theme, ChartRows<LatencyCurve> rows, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(Names, Right, Foot, 0));
        rows.Apply(plot, theme, names: true);
        var low = rows.Rows.Min(r => Log(r.Item.Data.Values.Quantile(Math.Max(0.001, r.Item.Parts[0].From)))) - 0.05;
        var high = rows.Rows.Max(r => Log(r.Item.Data.Values.Quantile(Math.Min(0.999, r.Item.Parts[^1].To)))) + 0.05;
        PlotStyle.LogBottom(plot, low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        foreach (var (_, item, y) in rows.Rows)
        {
            var color = theme.ForTarget(targets.IndexOf(item.Cell.Target));
            Violin(plot, item, low, high, y, color);
            foreach (var (from, to) in item.Parts)
            {
                if (Math.Max(0.25, from) is var begin && Math.Min(0.75, to) is var end && begin >= end) continue;
                var quarters = plot.Add.Line(Log(item.Data.Values.Quantile(begin)), y, Log(item.Data.Values.Quantile(end)), y);
                (quarters.LineWidth, quarters.LineColor, quarters.MarkerSize) = (5, color, 0);
            }
            if (item.Cell.Find(Metrics.Median) is not { Withheld: false } median) continue;
            var blocks = item.Data.ByBlock(TimeFigures.MedianOf).Values.Select(Log).ToArray();
            plot.Add.Markers(blocks, [.. blocks.Select((_, i) => y - 0.3 + (i * 0.618034 % 1 - 0.5) * 0.14)], MarkerShape.FilledCircle, 4.5f, theme.Ink.WithAlpha(0.8));
            PlotStyle.Write(plot, Quantity.Format(median.Value, median.Unit), high, y, theme.Ink, Alignment.MiddleLeft, offsetX: 10);
        }
        rows.WriteHeadings(plot, theme, -Names + 12);
        plot.XLabelBelow(theme, "all requests (violin, middle half as a bar); medians of blocks (dark points) and their mean at the right; log axis");
        return plot;
    }

    // Density over bins of equal width on the log axis, smoothed by its neighbours.
    private static void Violin(Plot plot, LatencyCurve item, double low, double high, double y, Color color)
    {
        var shares = Enumerable.Range(0, Bins + 1).Select(i => item.Data.Values.ShareUpTo((long)Math.Pow(10, low + (high - low) * i / Bins))).ToArray();
        var density = Enumerable.Range(0, Bins).Select(i => shares[i + 1] - shares[i]).ToArray();
        var smooth = Enumerable.Range(0, Bins).Select(i => Enumerable.Range(-3, 7).Sum(d => (4 - Math.Abs(d)) * density[Math.Clamp(i + d, 0, Bins - 1)])).ToArray();
        var most = smooth.Max();
        if (most <= 0) return;
        foreach (var (from, to) in item.Parts)
        {
            var shown = Enumerable.Range(0, Bins).Where(i => smooth[i] > most * 0.002 && shares[i + 1] > from && shares[i] < to).ToList();
            if (shown.Count == 0) continue;
            var outline = shown.Select(i => new Coordinates(X(i), y + 0.4 * smooth[i] / most)).Concat(shown.AsEnumerable().Reverse().Select(i => new Coordinates(X(i), y - 0.4 * smooth[i] / most))).ToArray();
            var shape = plot.Add.Polygon(outline);
            (shape.FillColor, shape.LineColor, shape.LineWidth) = (color.WithAlpha(0.35), color, 1);
        }

        double X(int i) => low + (high - low) * (i + 0.5) / Bins;
    }

    private static double Log(double value) => Math.Log10(Math.Max(1, value));
}
