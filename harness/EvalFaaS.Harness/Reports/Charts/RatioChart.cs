using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>All ratios with their intervals on one log axis, grouped by what was compared.</summary>
internal static class RatioChart
{
    private const int Width = 1040, Names = 270, Right = 130, Foot = 46;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<(string Group, Comparison Comparison)> ratios, IReadOnlyList<string> targets)
    {
        var rows = new ChartRows<Comparison>(ratios.GroupBy(r => r.Group).Select(g => (g.Key, g.Select(r => ($"{r.Comparison.Target} / {r.Comparison.Reference}", r.Comparison)))));
        var height = rows.PixelHeight + Foot;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme => [new Panel(Draw(theme, rows, targets), new PixelRect(0, Width, height, 0))]);
    }

    private static Plot Draw(ChartTheme theme, ChartRows<Comparison> rows, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(Names, Right, Foot, 0));
        rows.Apply(plot, theme, names: true);
        var low = Math.Min(-0.05, rows.Rows.Min(r => Math.Log10(r.Item.Low)) - 0.05);
        var high = Math.Max(0.05, rows.Rows.Max(r => Math.Log10(r.Item.High)) + 0.05);
        PlotStyle.LogBottom(plot, low, high, v => v.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) + "×");
        plot.Add.VerticalLine(0, 1.4f, theme.Quiet);
        foreach (var (_, ratio, y) in rows.Rows)
        {
            var color = theme.ForTarget(targets.IndexOf(ratio.Target));
            var interval = plot.Add.Line(Math.Log10(ratio.Low), y, Math.Log10(ratio.High), y);
            interval.LineColor = color;
            interval.LineWidth = 3;
            interval.MarkerSize = 0;
            plot.Add.Marker(Math.Log10(ratio.Value), y, MarkerShape.FilledDiamond, 10, color);
            PlotStyle.Write(plot, Quantity.Format(ratio.Value, Figure.One) + "×", high, y, theme.Ink, Alignment.MiddleLeft, offsetX: 10);
        }
        rows.WriteHeadings(plot, theme, -Names + 12);
        plot.XLabelBelow(theme, "target divided by reference, 95 % interval over blocks; log axis");
        return plot;
    }
}
