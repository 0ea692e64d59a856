using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;
using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Where a start's mean time goes, as stacked bars, and beside it how single starts are distributed, on a log axis.</summary>
internal static class StartChart
{
    private const int Width = 1040, Names = 150, Middle = 560, Foot = 46, Most = 160;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<(Cell Cell, CellData Data)> cells, IReadOnlyList<string> targets)
    {
        var rows = new ChartRows<(Cell Cell, CellData Data)>(cells
            .GroupBy(c => c.Cell.State)
            .Select(g => ($"{g.Key}: {StartStates.Describe(g.Key)}", g.Select(c => (c.Cell.Target, c)))));
        var phases = PhaseDurations.Phases.ToArray().Where(p => cells.Any(c => c.Cell.Find(Metrics.OfPhase(p)) is not null)).ToList();
        var height = LegendPanel.Height + 8 + rows.PixelHeight + Foot;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme =>
        [
            LegendPanel.Create(theme, Names, 4, Width - Names, Legend(theme, phases)),
            new Panel(Shares(theme, rows, phases), new PixelRect(0, Middle, height, LegendPanel.Height + 8)),
            new Panel(Distributions(theme, rows, targets), new PixelRect(Middle, Width, height, LegendPanel.Height + 8)),
        ]);
    }

    private static IEnumerable<(string, Color)> Legend(ChartTheme theme, List<Phase> phases) =>
        [.. phases.Select(p => (p.ToString().ToLowerInvariant(), theme.Phases[p])), ("outside the phases", theme.Outside)];

    private static Plot Shares(ChartTheme theme, ChartRows<(Cell Cell, CellData Data)> rows, List<Phase> phases)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(Names, 86, Foot, 0));
        rows.Apply(plot, theme, names: true);
        plot.Axes.SetLimitsX(0, 100);
        plot.Axes.Bottom.TickGenerator = PlotStyle.LinearTicks(100, 4, v => $"{v:0} %");
        var bars = new List<Bar>();
        foreach (var (_, item, y) in rows.Rows)
        {
            var mean = item.Cell.Find(Metrics.Mean)!.Value;
            var from = 0.0;
            foreach (var phase in phases) from = Stack(item.Cell.Find(Metrics.OfPhase(phase)), theme.Phases[phase], from);
            Stack(item.Cell.Find(Metrics.Outside), theme.Outside, from);
            PlotStyle.Write(plot, Quantity.Format(mean, Figure.Nanoseconds), 100, y, theme.Ink, Alignment.MiddleLeft, offsetX: 8);

            double Stack(Figure? figure, Color color, double start)
            {
                if (figure is null || figure.Value <= 0) return start;
                var end = start + 100 * figure.Value / mean;
                bars.Add(new Bar { Position = y, ValueBase = start, Value = end, FillColor = color, LineColor = theme.Ground, LineWidth = 0.7f, Size = 0.62, Orientation = Orientation.Horizontal });
                return end;
            }
        }
        plot.Add.Bars(bars);
        rows.WriteHeadings(plot, theme, -Names + 12);
        plot.XLabelBelow(theme, "share of the mean time to the first byte; the mean itself at the right");
        return plot;
    }

    private static Plot Distributions(ChartTheme theme, ChartRows<(Cell Cell, CellData Data)> rows, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(16, 24, Foot, 0));
        rows.Apply(plot, theme, names: false);
        var low = Math.Log10(Math.Max(1, rows.Rows.Min(r => r.Item.Data.Values.Minimum))) - 0.1;
        var high = Math.Log10(Math.Max(1, rows.Rows.Max(r => r.Item.Data.Values.Maximum))) + 0.1;
        PlotStyle.LogBottom(plot, low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        foreach (var (_, item, y) in rows.Rows)
        {
            var color = theme.ForTarget(targets.IndexOf(item.Cell.Target));
            var values = item.Data.Values;
            Points(plot, values, y, color);
            Line(plot, values, 0.05, 0.95, y, 1.5f, color);
            Line(plot, values, 0.25, 0.75, y, 6, color);
            var median = plot.Add.Marker(Log(values.Quantile(0.5)), y, MarkerShape.FilledCircle, 9, theme.Ground);
            median.MarkerStyle.OutlineColor = color;
            median.MarkerStyle.OutlineWidth = 2;
        }
        plot.XLabelBelow(theme, "single starts (points), 5 to 95 % and 25 to 75 % (lines), median (circle); log axis");
        return plot;
    }

    private static void Points(Plot plot, Statistics.Distribution values, double y, Color color)
    {
        var shown = (int)Math.Min(values.Count, Most);
        var xs = new double[shown];
        var ys = new double[shown];
        for (var i = 0; i < shown; i++)
        {
            xs[i] = Log(values.AtRank(1 + i * (values.Count - 1) / Math.Max(1, shown - 1)));
            // A fixed spread in place of a random one: neighbours in rank never fall on each other.
            ys[i] = y + ((i * 0.618034) % 1 - 0.5) * 0.5;
        }
        plot.Add.Markers(xs, ys, MarkerShape.FilledCircle, 3.5f, color.WithAlpha(0.35));
    }

    private static void Line(Plot plot, Statistics.Distribution values, double from, double to, double y, float width, Color color)
    {
        var line = plot.Add.Line(Log(values.Quantile(from)), y, Log(values.Quantile(to)), y);
        line.LineWidth = width;
        line.LineColor = color;
        line.MarkerSize = 0;
    }

    private static double Log(double value) => Math.Log10(Math.Max(1, value));
}
