using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Means with their intervals and the blocks behind them: bars from zero, or points on a log axis where sizes differ by more than thirty times.</summary>
internal static class BarChart
{
    private const int Width = 1040, Names = 170, Right = 130, Foot = 46;
    private const double LogFrom = 30;

    public static Chart Paint(string name, string alternativeText, string axis, IReadOnlyList<(Cell Cell, Figure Figure)> cells, IReadOnlyList<string> targets, string metric = "")
    {
        var rows = new ChartRows<(Cell Cell, Figure Figure)>(cells
            .GroupBy(c => c.Cell.Function)
            .Select(g => (g.Key + metric, g.Select(c => ($"{c.Cell.Target} ({c.Cell.State})", c)))));
        var height = rows.PixelHeight + Foot;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme => [new Panel(Draw(theme, rows, axis, targets), new PixelRect(0, Width, height, 0))]);
    }

    private static Plot Draw(ChartTheme theme, ChartRows<(Cell Cell, Figure Figure)> rows, string axis, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(Names, Right, Foot, 0));
        rows.Apply(plot, theme, names: true);
        var values = rows.Rows.SelectMany(r => BlocksOf(r.Item.Figure).Append(r.Item.Figure.Value)).Where(v => v > 0).ToList();
        var log = values.Count > 0 && rows.Rows.Max(r => r.Item.Figure.Value) > LogFrom * rows.Rows.Where(r => r.Item.Figure.Value > 0).Min(r => r.Item.Figure.Value);
        var unit = rows.Rows[0].Item.Figure.Unit;
        if (log) PlotStyle.LogBottom(plot, Math.Log10(values.Min()) - 0.15, Math.Log10(values.Max()) + 0.1, v => Quantity.FormatTick(v, unit));
        else
        {
            var high = Math.Max(values.DefaultIfEmpty(1).Max(), rows.Rows.Max(r => r.Item.Figure.High ?? 0)) * 1.04;
            plot.Axes.SetLimitsX(0, high);
            plot.Axes.Bottom.TickGenerator = PlotStyle.LinearTicks(high, 5, v => Quantity.FormatTick(v, unit));
        }
        foreach (var (_, item, y) in rows.Rows) DrawRow(plot, theme, item, y, log, theme.ForTarget(targets.IndexOf(item.Cell.Target)));
        rows.WriteHeadings(plot, theme, -Names + 12);
        plot.XLabelBelow(theme, axis + (log ? "; log axis" : ""));
        return plot;
    }

    private static void DrawRow(Plot plot, ChartTheme theme, (Cell Cell, Figure Figure) item, double y, bool log, Color color)
    {
        var figure = item.Figure;
        if (!log) plot.Add.Bar(new Bar { Position = y, Value = figure.Value, FillColor = color.WithAlpha(0.45), LineWidth = 0, Size = 0.56, Orientation = Orientation.Horizontal });
        var blocks = BlocksOf(figure).Where(v => !log || v > 0).Select(v => X(v, log)).ToArray();
        plot.Add.Markers(blocks, [.. blocks.Select((_, i) => y + ((i * 0.618034) % 1 - 0.5) * 0.4)], MarkerShape.FilledCircle, 4, color.WithAlpha(0.75));
        if (figure is { Low: { } low, High: { } high } && (!log || low > 0))
        {
            var interval = plot.Add.Line(X(low, log), y, X(high, log), y);
            interval.LineColor = theme.Ink;
            interval.LineWidth = 2;
            interval.MarkerSize = 0;
        }
        if (!log || figure.Value > 0) plot.Add.Marker(X(figure.Value, log), y, MarkerShape.FilledDiamond, 8, theme.Ink);
        PlotStyle.Write(plot, Quantity.Format(figure.Value, figure.Unit), plot.Axes.GetLimits().Right, y, theme.Ink, Alignment.MiddleLeft, offsetX: 10);
    }

    private static IEnumerable<double> BlocksOf(Figure figure) => figure.ByBlock?.Values ?? [];

    private static double X(double value, bool log) => log ? Math.Log10(value) : value;
}
