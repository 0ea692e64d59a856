using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>The end of a curve behind which it goes on and is withheld: an open circle.</summary>
internal static class CutEnd
{
    public static void Mark(Plot plot, double x, double y, Color color, ChartTheme theme)
    {
        var mark = plot.Add.Marker(x, y, MarkerShape.FilledCircle, 9, theme.Ground);
        mark.MarkerStyle.OutlineColor = color;
        mark.MarkerStyle.OutlineWidth = 2;
    }
}
