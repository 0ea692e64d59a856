using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>Ratios over the levels of a sweep as a heat map: blue below 1, orange above, the number in each field; pale where the interval holds 1.</summary>
internal static class RatioHeatChart
{
    private const int Width = 1040, Names = 270, Right = 20, Foot = 46, Row = 34, Head = 6;

    public static Chart Paint(string name, string alternativeText, SweepFamily family, IReadOnlyList<(string Label, IReadOnlyList<(double Level, Comparison Ratio)> Ratios)> rows, string axis)
    {
        var height = rows.Count * Row + Foot + Head;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme => [new Panel(Draw(theme, family, rows, axis), new PixelRect(0, Width, height, 0))]);
    }

    private static Plot Draw(ChartTheme theme, SweepFamily family, IReadOnlyList<(string Label, IReadOnlyList<(double Level, Comparison Ratio)> Ratios)> rows, string axis)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(Names, Right, Foot, Head));
        plot.HideGrid();
        plot.Axes.SetLimits(0, family.Levels.Count, -rows.Count, 0);
        NumericManual names = new(), levels = new();
        for (var i = 0; i < family.Levels.Count; i++) levels.AddMajor(i + 0.5, Quantity.FormatTickLevel(family.Levels[i], family.Unit));
        var most = Math.Max(Math.Log(2), rows.SelectMany(r => r.Ratios).Max(r => Math.Abs(Math.Log(r.Ratio.Value))));
        for (var row = 0; row < rows.Count; row++)
        {
            names.AddMajor(-row - 0.5, rows[row].Label);
            foreach (var (level, ratio) in rows[row].Ratios)
            {
                var column = family.Levels.IndexOf(level);
                var strength = Math.Abs(Math.Log(ratio.Value)) / most;
                var apart = ratio.Low > 1 || ratio.High < 1;
                var field = plot.Add.Rectangle(column + 0.02, column + 0.98, -row - 0.96, -row - 0.04);
                field.FillColor = theme.Ground.MixedWith(ratio.Value < 1 ? theme.Series[0] : theme.Series[1], apart ? 0.25 + 0.5 * strength : 0.08);
                field.LineWidth = 0;
                PlotStyle.Write(plot, Quantity.Format(ratio.Value, Figure.One) + "×", column + 0.5, -row - 0.5, apart ? theme.Ink : theme.Quiet, Alignment.MiddleCenter, bold: apart);
            }
        }
        plot.Axes.Left.TickGenerator = names;
        plot.Axes.Left.TickLabelStyle.ForeColor = theme.Ink;
        plot.Axes.Left.TickLabelStyle.OffsetY = PlotStyle.Drop;
        plot.Axes.Bottom.TickGenerator = levels;
        plot.XLabelBelow(theme, axis);
        return plot;
    }

    private static Color MixedWith(this Color ground, Color color, double share) =>
        new((byte)(ground.R + (color.R - ground.R) * share), (byte)(ground.G + (color.G - ground.G) * share), (byte)(ground.B + (color.B - ground.B) * share));
}
