using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>What all plots have in common: quiet grid, no frame, room fixed by the chart and not by the labels.</summary>
internal static class PlotStyle
{
    public const float TextSize = 12.5f;

    /// <summary>What moves a text down to stand in the middle of its line, pixels.</summary>
    public const float Drop = 2;

    public static Plot Create(ChartTheme theme, PixelPadding padding)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = theme.Ground;
        plot.DataBackground.Color = theme.Ground;
        plot.Axes.Color(theme.Quiet);
        plot.Axes.Frame(false);
        plot.Grid.MajorLineColor = theme.Line;
        plot.Layout.Fixed(padding);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = ChartTheme.Font;
            axis.TickLabelStyle.FontSize = TextSize;
            axis.TickLabelStyle.ForeColor = theme.Quiet;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }
        plot.HideLegend();
        return plot;
    }

    public static void Write(Plot plot, string text, double x, double y, Color color, Alignment alignment, float size = TextSize, bool bold = false, float offsetX = 0, float offsetY = 0)
    {
        var label = new Text
        {
            Location = new Coordinates(x, y),
            LabelText = text,
            LabelFontName = ChartTheme.Font,
            LabelFontSize = size,
            LabelFontColor = color,
            LabelBold = bold,
            LabelAlignment = alignment,
            OffsetX = offsetX,
            OffsetY = offsetY + Drop,
        };
        plot.Add.Plottable(new FreeLabel(label));
    }

    /// <summary>A horizontal axis of powers of ten; values are plotted as their logarithms.</summary>
    public static void LogBottom(Plot plot, double low, double high, Func<double, string> label)
    {
        plot.Axes.SetLimitsX(low, high);
        plot.Axes.Bottom.TickGenerator = LogTicks(low, high, label);
    }

    /// <summary>Ticks at powers of ten, and between them where there are few.</summary>
    public static NumericManual LogTicks(double low, double high, Func<double, string> label)
    {
        var ticks = new NumericManual();
        double[] steps = (high - low) switch { < 2.2 => [1, 2, 5], < 3.5 => [1, 3], _ => [1] };
        for (var power = Math.Floor(low); power <= high; power++)
            foreach (var step in steps)
                if (power + Math.Log10(step) is var at && at >= low - 1e-9 && at <= high + 1e-9) ticks.AddMajor(at, label(step * Math.Pow(10, power)));
        return ticks;
    }

    /// <summary>Round steps from 0.</summary>
    public static NumericManual LinearTicks(double high, int about, Func<double, string> label)
    {
        var ticks = new NumericManual();
        if (high <= 0) return ticks;
        var raw = high / about;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = magnitude * new[] { 1, 2, 2.5, 5, 10 }.First(s => s * magnitude >= raw);
        for (var at = 0.0; at <= high * 1.0001; at += step) ticks.AddMajor(at, label(at));
        return ticks;
    }
}
