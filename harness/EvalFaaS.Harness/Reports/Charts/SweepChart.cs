using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>A metric over the levels of a sweep: a line through the estimates with the band of their 95 % intervals.</summary>
internal static class SweepChart
{
    private const int Width = 1040, Height = 400, Right = 220;

    // From these spans on an axis is a log one.
    private const double LogLevels = 20, LogValues = 8;

    // Lines of one target differ by their marks: dashes are not drawn in SVG.
    private static readonly MarkerShape[] Marks = [MarkerShape.FilledCircle, MarkerShape.OpenDiamond, MarkerShape.FilledSquare, MarkerShape.OpenTriangleUp];

    public static Chart Paint(string name, string alternativeText, SweepFamily family, string metric, string axis, IReadOnlyList<string> targets) =>
        ChartPainter.Paint(name, alternativeText, Width, Height, theme => [new Panel(Draw(theme, family, metric, axis, targets), new PixelRect(0, Width, Height, 0))]);

    private static Plot Draw(ChartTheme theme, SweepFamily family, string metric, string axis, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(84, Right, 50, 16));
        var lines = family.Lines.Select(l => (Line: l, Points: l.Over(metric).ToList())).Where(l => l.Points.Count > 0).ToList();
        var logX = family.Levels[0] > 0 && family.Levels[^1] / family.Levels[0] > LogLevels;
        double X(double level) => logX ? Math.Log10(level) : level;
        double left = X(family.Levels[0]), right = X(family.Levels[^1]), room = (right - left) * 0.02;
        var y = ValueAxis.Of([.. lines.SelectMany(l => l.Points.SelectMany(p => new[] { p.Figure.Value, p.Figure.Low ?? p.Figure.Value, p.Figure.High ?? p.Figure.Value }))], LogValues);
        plot.Axes.SetLimits(left - room, right + room, y.Low, y.High);
        plot.Axes.Left.TickGenerator = y.Ticks(v => Quantity.FormatTick(v, lines[0].Points[0].Figure.Unit));
        plot.Axes.Bottom.TickGenerator = LevelTicks(family, X, (right - left) * 0.05);
        var ends = new List<(double Y, string Name, Color Color)>();
        foreach (var (line, points) in lines)
        {
            var color = theme.ForTarget(targets.IndexOf(line.Target));
            var banded = points.Where(p => p.Figure is { Low: not null, High: not null }).ToList();
            if (banded.Count > 1)
            {
                var band = plot.Add.FillY([.. banded.Select(p => X(p.Level))], [.. banded.Select(p => y.At(p.Figure.Low!.Value))], [.. banded.Select(p => y.At(p.Figure.High!.Value))]);
                band.FillColor = color.WithAlpha(0.18);
                band.LineWidth = 0;
                band.MarkerStyle.IsVisible = false;
            }
            var curve = plot.Add.Scatter(points.Select(p => X(p.Level)).ToArray(), points.Select(p => y.At(p.Figure.Value)).ToArray(), color);
            curve.LineWidth = 2.2f;
            curve.MarkerShape = Marks[family.Lines.Where(l => l.Target == line.Target).TakeWhile(l => l != line).Count() % Marks.Length];
            curve.MarkerSize = 9;
            ends.Add((y.At(points[^1].Figure.Value), line.Label, color));
        }
        EndNames.Write(plot, ends, right + room, y.Low, y.High);
        plot.XLabelBelow(theme, $"{axis}, over {family.Name} in {family.Unit}; band: 95 % interval over blocks" + (logX, y.Log) switch { (true, true) => "; both axes log", (true, false) => "; level axis log", (false, true) => "; log axis", _ => "" });
        return plot;
    }

    // Every level has a tick, as far as there is room for its words.
    private static NumericManual LevelTicks(SweepFamily family, Func<double, double> x, double gap)
    {
        var ticks = new NumericManual();
        var last = double.NegativeInfinity;
        foreach (var level in family.Levels)
        {
            if (x(level) - last < gap) continue;
            ticks.AddMajor(last = x(level), Quantity.FormatTickLevel(level, family.Unit));
        }
        return ticks;
    }
}
