using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>A function beside each neighbour: for each target a row a neighbour, with a mark and its interval for each metric, on a log axis.</summary>
internal static class NeighbourChart
{
    private const int Width = 1040, Names = 130, Right = 190, Foot = 46;
    private static readonly MarkerShape[] Marks = [MarkerShape.FilledDiamond, MarkerShape.OpenCircle];

    /// <summary>What the marks are called, in the order of the metrics.</summary>
    public static IReadOnlyList<string> MarkNames { get; } = ["diamond", "circle"];

    public static Chart Paint(string name, string alternativeText, NeighbourFamily family, string axis, IReadOnlyList<string> targets)
    {
        var rows = new ChartRows<Cell>(family.Lines.Select(l => (l.Label, l.Cells.Where(c => Shown(family, c.Cell).Any()).Select(c => (c.Neighbour, c.Cell)))));
        var height = rows.PixelHeight + Foot;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme => [new Panel(Draw(theme, family, rows, axis, targets), new PixelRect(0, Width, height, 0))]);
    }

    private static Plot Draw(ChartTheme theme, NeighbourFamily family, ChartRows<Cell> rows, string axis, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(Names, Right, Foot, 0));
        rows.Apply(plot, theme, names: true);
        var all = rows.Rows.SelectMany(r => Shown(family, r.Item)).ToList();
        var values = all.SelectMany(f => new[] { f.Value, f.Low ?? f.Value, f.High ?? f.Value }).Where(v => v > 0).DefaultIfEmpty(1).ToList();
        PlotStyle.LogBottom(plot, Math.Log10(values.Min()) - 0.1, Math.Log10(values.Max()) + 0.1, v => Quantity.FormatTick(v, all.Count > 0 ? all[0].Unit : Figure.One));
        foreach (var (_, cell, y) in rows.Rows) DrawRow(plot, theme, family, cell, y, theme.ForTarget(targets.IndexOf(cell.Target)));
        rows.WriteHeadings(plot, theme, -Names + 12);
        plot.XLabelBelow(theme, axis + "; log axis");
        return plot;
    }

    private static void DrawRow(Plot plot, ChartTheme theme, NeighbourFamily family, Cell cell, double y, Color color)
    {
        var shown = Shown(family, cell).ToList();
        if (shown.Count > 1) Line(plot, shown[0].Value, shown[^1].Value, y, color.WithAlpha(0.35), 5);
        foreach (var figure in shown)
        {
            if (figure is { Low: > 0 and var low, High: { } high }) Line(plot, low, high, y, theme.Ink, 2);
            plot.Add.Marker(Math.Log10(figure.Value), y, Marks[family.Metrics.IndexOf(figure.Metric)], 9, color);
        }

        PlotStyle.Write(plot, string.Join(" / ", family.Metrics.Select(cell.Find).OfType<Figure>().Select(f => f.Withheld ? "withheld" : Quantity.Format(f.Value, f.Unit))), plot.Axes.GetLimits().Right, y, theme.Ink, Alignment.MiddleLeft, offsetX: 10);
    }

    private static void Line(Plot plot, double from, double to, double y, Color color, float width)
    {
        var line = plot.Add.Line(Math.Log10(from), y, Math.Log10(to), y);
        line.LineColor = color;
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    private static IEnumerable<Figure> Shown(NeighbourFamily family, Cell cell) => family.Metrics.Select(cell.Find).OfType<Figure>().Where(f => f is { Value: > 0, Withheld: false });
}
