using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>A figure over results: a line for each target with the band of its intervals, a ring where the intervals exclude that nothing changed.</summary>
internal static class TrendChart
{
    private const int Width = 1040, Height = 340, Right = 220;
    private const double LogFrom = 8;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<TrendLine> lines, int results, IReadOnlyList<string> targets) =>
        ChartPainter.Paint(name, alternativeText, Width, Height, theme => [new Panel(Draw(theme, lines, results, targets), new PixelRect(0, Width, Height, 0))]);

    private static Plot Draw(ChartTheme theme, IReadOnlyList<TrendLine> lines, int results, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(84, Right, 50, 16));
        var axis = ValueAxis.Of([.. lines.SelectMany(l => l.Points.SelectMany(p => new[] { p.Figure.Value, p.Figure.Low ?? p.Figure.Value, p.Figure.High ?? p.Figure.Value }))], LogFrom);
        plot.Axes.SetLimits(0.85, results + 0.15, axis.Low, axis.High);
        plot.Axes.Left.TickGenerator = axis.Ticks(v => Quantity.FormatTick(v, lines[0].Points[0].Figure.Unit));
        var ticks = new NumericManual();
        for (var i = 1; i <= results; i += Math.Max(1, results / 15)) ticks.AddMajor(i, $"{i}");
        plot.Axes.Bottom.TickGenerator = ticks;
        foreach (var line in lines)
        {
            var color = theme.ForTarget(targets.IndexOf(line.Cell.Target));
            var banded = line.Points.Where(p => p.Figure is { Low: not null, High: not null }).ToList();
            if (banded.Count > 1)
            {
                var band = plot.Add.FillY([.. banded.Select(p => (double)p.Result)], [.. banded.Select(p => axis.At(p.Figure.Low!.Value))], [.. banded.Select(p => axis.At(p.Figure.High!.Value))]);
                (band.FillColor, band.LineWidth, band.MarkerStyle.IsVisible) = (color.WithAlpha(0.18), 0, false);
            }
            var curve = plot.Add.Scatter(line.Points.Select(p => (double)p.Result).ToArray(), line.Points.Select(p => axis.At(p.Figure.Value)).ToArray(), color);
            (curve.LineWidth, curve.MarkerSize) = (2.2f, 6);
            foreach (var point in line.Points.Where(p => p.Change is not null))
            {
                var ring = plot.Add.Marker(point.Result, axis.At(point.Figure.Value), MarkerShape.OpenCircle, 16, theme.Ink);
                ring.MarkerStyle.LineWidth = 2;
            }
        }
        EndNames.Write(plot, [.. lines.Select(l => (axis.At(l.Points[^1].Figure.Value), Captions.Named(l.Cell), theme.ForTarget(targets.IndexOf(l.Cell.Target))))], results + 0.15, axis.Low, axis.High);
        plot.XLabelBelow(theme, "number of the result; band: 95 % interval over blocks; ring: the intervals exclude that nothing changed" + (axis.Log ? "; log axis" : ""));
        return plot;
    }
}
