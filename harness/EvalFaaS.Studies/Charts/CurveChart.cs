using System.Globalization;
using EvalFaaS.Harness.Reports;
using ScottPlot;
using ScottPlot.TickGenerators;
using PlotStyle = EvalFaaS.Harness.Reports.PlotStyle;

namespace EvalFaaS.Studies.Charts;

/// <summary>Lines, with bands where they have some, their names at their ends.</summary>
internal static class CurveChart
{
    private const int Width = 1040, Right = 230;

    public static Chart Paint(string name, string alternativeText, CurveAxes axes, IReadOnlyList<Curve> curves) =>
        ChartPainter.Paint(name, alternativeText, Width, axes.Height, theme => [new Panel(Draw(theme, axes, curves), new PixelRect(0, Width, axes.Height, 0))]);

    private static Plot Draw(ChartTheme theme, CurveAxes axes, IReadOnlyList<Curve> curves)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(84, Right, 50, 34));
        double X(double value) => axes.LogX ? Math.Log10(value) : value;
        double Y(double value) => axes.LogY ? Math.Log10(value) : value;
        var (left, right) = Limits([.. curves.SelectMany(c => c.Points.Select(p => p.X))], axes.LogX, axes.LeastX, axes.MostX);
        var (low, high) = Limits([.. curves.SelectMany(c => c.Points.Select(p => p.Y).Concat(c.Band?.Select(b => b.High) ?? []))], axes.LogY, axes.LeastY, axes.MostY);
        plot.Axes.SetLimits(left, right, low, high);
        plot.Axes.Bottom.TickGenerator = Ticks(axes.LogX, left, right);
        plot.Axes.Left.TickGenerator = Ticks(axes.LogY, low, high);
        if (axes.Goal is { } goal)
        {
            var corner = plot.Add.Rectangle(left, X(goal.X), low, Y(goal.Y));
            (corner.FillColor, corner.LineWidth) = (theme.Series[2].WithAlpha(0.14), 0);
        }

        var ends = new List<(double, string, Color)>();
        foreach (var curve in curves)
        {
            var color = theme.ForTarget(curve.Color);
            double[] xs = [.. curve.Points.Select(p => X(p.X))], ys = [.. curve.Points.Select(p => Math.Clamp(Y(p.Y), low, high))];
            if (curve.Band is { } band && xs.Length > 1)
            {
                var filled = plot.Add.FillY(xs, [.. band.Select(b => Math.Clamp(Y(b.Low), low, high))], [.. band.Select(b => Math.Clamp(Y(b.High), low, high))]);
                (filled.FillColor, filled.LineWidth, filled.MarkerStyle.IsVisible) = (color.WithAlpha(0.2), 0, false);
            }

            var line = plot.Add.Scatter(xs, ys, color);
            (line.LineWidth, line.MarkerSize, line.MarkerShape) = (curve.Joined ? 2.2f : 0, !curve.Marked ? 0 : curve.Small ? 4 : 7, MarkerShape.FilledCircle);
            ends.Add((ys[^1], curve.Name, color));
        }

        EndNames.Write(plot, ends, right, low, high);
        PlotStyle.Write(plot, axes.Up + (axes.LogY ? "; log axis" : ""), left, high, theme.Quiet, Alignment.LowerLeft, size: 11.5f, offsetY: -10);
        plot.XLabelBelow(theme, axes.Across + (axes.LogX ? "; log axis" : ""));
        return plot;
    }

    private static (double, double) Limits(IReadOnlyList<double> values, bool log, double? least, double? most)
    {
        var known = values.Where(v => double.IsFinite(v) && (!log || v > 0)).DefaultIfEmpty(1).ToList();
        if (log) return (Math.Log10(least ?? known.Min()) - 0.05, Math.Log10(most ?? known.Max()) + 0.05);
        var low = least ?? Math.Min(0, known.Min());
        return (low, (most ?? known.Max()) is var high && high > low ? high + (high - low) * 0.03 : low + 1);
    }

    private static NumericManual Ticks(bool log, double low, double high)
    {
        if (log) return PlotStyle.LogTicks(low, high, Text);
        var ticks = new NumericManual();
        var raw = (high - low) / 6;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = magnitude * new[] { 1, 2, 2.5, 5, 10 }.First(s => s * magnitude >= raw);
        for (var at = Math.Ceiling(low / step); at * step <= high; at++) ticks.AddMajor(at * step, Text(at * step));
        return ticks;
    }

    private static string Text(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
