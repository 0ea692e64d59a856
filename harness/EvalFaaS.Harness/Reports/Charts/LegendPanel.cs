using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>A line of coloured squares with their names.</summary>
internal static class LegendPanel
{
    public const int Height = 26;

    public static Panel Create(ChartTheme theme, int left, int top, int width, IEnumerable<(string Name, Color Color)> entries)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(0));
        plot.HideAxesAndGrid();
        plot.Axes.SetLimits(0, width, 0, Height);
        double x = 0;
        using var paint = Paint.NewDisposablePaint();
        foreach (var (name, color) in entries)
        {
            var square = plot.Add.Rectangle(x, x + 11, 7, 18);
            square.FillColor = color;
            square.LineWidth = 0;
            PlotStyle.Write(plot, name, x + 16, 12.5, theme.Ink, Alignment.MiddleLeft);
            x += 16 + new LabelStyle { FontName = ChartTheme.Font, FontSize = PlotStyle.TextSize }.Measure(name, paint).Width + 18;
        }
        return new Panel(plot, new PixelRect(left, left + width, top + Height, top));
    }
}
