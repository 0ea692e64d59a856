using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Names at the ends of curves, pushed apart where they would cover each other, and back where they would leave the plot.</summary>
internal static class EndNames
{
    private const int Lines = 20;

    public static void Write(Plot plot, IReadOnlyList<(double Y, string Name, Color Color)> ends, double x, double low, double high)
    {
        var gap = (high - low) / Math.Max(Lines, ends.Count);
        var sorted = ends.OrderBy(e => e.Y).ToArray();
        var at = new double[sorted.Length];
        for (var i = 0; i < at.Length; i++) at[i] = Math.Max(sorted[i].Y, i == 0 ? low : at[i - 1] + gap);
        for (var i = at.Length - 1; i >= 0; i--) at[i] = Math.Min(at[i], i == at.Length - 1 ? high : at[i + 1] - gap);
        for (var i = 0; i < at.Length; i++) PlotStyle.Write(plot, sorted[i].Name, x, at[i], sorted[i].Color, Alignment.MiddleLeft, bold: true, offsetX: 8);
    }
}
