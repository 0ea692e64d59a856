using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Policies;
using ScottPlot;
using Quantity = EvalFaaS.Harness.Reports.Quantity;
using PlotStyle = EvalFaaS.Harness.Reports.PlotStyle;

namespace EvalFaaS.Loop.Optimising;

/// <summary>The front: what a million calls cost against how long they take in the mean.</summary>
public static class FrontChart
{
    private const int Width = 1040, Height = 430;

    /// <summary>Writes it, as SVG where the file's name ends so, else as PNG.</summary>
    /// <param name="recommendation">What to draw.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="currency">Of the cost.</param>
    /// <param name="path">The file.</param>
    public static void Write(SettingsRecommendation recommendation, string function, string currency, string path)
    {
        var chart = ChartPainter.Paint("front", $"Mean latency of {function} against the cost of a million calls, one point for each of the settings that nothing betters.", Width, Height,
            theme => [new Panel(Draw(theme, recommendation, currency), new PixelRect(0, Width, Height, 0))]);
        if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) WholeFile.Write(path, chart.LightSvg);
        else WholeFile.Write(path, chart.Png);
    }

    private static Plot Draw(ChartTheme theme, SettingsRecommendation recommendation, string currency)
    {
        var front = recommendation.Front;
        var plot = PlotStyle.Create(theme, new PixelPadding(96, 150, 50, 34));
        var (left, right) = Limits(front.Select(o => o.Cost));
        var (low, high) = Limits(front.Select(o => o.Mean * 1e9));
        plot.Axes.SetLimits(left, right, low, high);
        PlotStyle.LogBottom(plot, left, right, v => Quantity.FormatTick(v, Figure.One));
        plot.Axes.Left.TickGenerator = PlotStyle.LogTicks(low, high, v => Quantity.FormatTick(v, Figure.Nanoseconds));
        double[] xs = [.. front.Select(o => Math.Log10(o.Cost))], ys = [.. front.Select(o => Math.Log10(o.Mean * 1e9))];
        plot.Add.ScatterLine(xs, ys, theme.Line).LineWidth = 2;
        for (var i = 0; i < front.Count; i++)
        {
            var chosen = front[i] == recommendation.Chosen;
            var color = chosen ? theme.Series[1] : theme.Series[0];
            plot.Add.Marker(xs[i], ys[i], MarkerShape.FilledCircle, chosen ? 13 : 8, color);
            if (chosen) PlotStyle.Write(plot, "recommended", xs[i], ys[i], color, Alignment.LowerLeft, bold: true, offsetX: 9, offsetY: -7);
        }

        PlotStyle.Write(plot, "mean latency", left, high, theme.Quiet, Alignment.LowerLeft, size: 11.5f, offsetY: -10);
        plot.XLabelBelow(theme, $"cost of a million calls, {currency}; both axes log; lower left is better");
        return plot;
    }

    private static (double Low, double High) Limits(IEnumerable<double> values)
    {
        double[] logs = [.. values.Select(v => Math.Log10(Math.Max(v, 1e-12)))];
        return (logs.Min() - 0.15, logs.Max() + 0.15);
    }
}
