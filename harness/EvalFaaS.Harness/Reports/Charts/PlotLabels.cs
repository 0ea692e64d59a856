using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Names of axes.</summary>
internal static class PlotLabels
{
    /// <summary>Names the horizontal axis, small and quiet, below its ticks.</summary>
    public static void XLabelBelow(this Plot plot, ChartTheme theme, string text)
    {
        var limits = plot.Axes.GetLimits();
        PlotStyle.Write(plot, text, limits.Left, limits.Bottom, theme.Quiet, Alignment.UpperLeft, size: 11.5f, offsetY: 26);
    }

    /// <summary>Position of a name or number in a list, -1 where it is not there.</summary>
    public static int IndexOf<T>(this IReadOnlyList<T> names, T name) where T : IEquatable<T>
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i].Equals(name)) return i;
        return -1;
    }
}
