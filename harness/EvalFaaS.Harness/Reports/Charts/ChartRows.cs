using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalFaaS.Harness.Reports;

/// <summary>The rows of a chart, from the top: a line for each group, and a line for each of its members.</summary>
internal sealed class ChartRows<T>
{
    private const double GroupRoom = 1.15;

    public ChartRows(IEnumerable<(string Group, IEnumerable<(string Label, T Item)> Members)> groups)
    {
        var y = 0.0;
        foreach (var (group, members) in groups)
        {
            y -= GroupRoom;
            Headings.Add((group, y));
            foreach (var (label, item) in members) Rows.Add((label, item, y -= 1));
        }
        Bottom = y - 0.6;
    }

    public List<(string Text, double Y)> Headings { get; } = [];

    public List<(string Label, T Item, double Y)> Rows { get; } = [];

    public double Bottom { get; }

    /// <summary>Height of the area of data, pixels; one row alone has room enough to be read.</summary>
    public int PixelHeight => Math.Max(72, (int)(-(Bottom + 0.4) * 27));

    /// <summary>Sets the rows as the vertical axis of a plot, with or without their names.</summary>
    public void Apply(Plot plot, ChartTheme theme, bool names)
    {
        plot.Axes.SetLimitsY(Bottom, -0.4);
        var ticks = new NumericManual();
        foreach (var (label, _, y) in Rows) ticks.AddMajor(y, names ? label : "");
        plot.Axes.Left.TickGenerator = ticks;
        plot.Axes.Left.TickLabelStyle.ForeColor = theme.Ink;
        plot.Axes.Left.TickLabelStyle.OffsetY = PlotStyle.Drop;
        plot.Grid.YAxisStyle.MajorLineStyle.IsVisible = false;
    }

    /// <summary>Writes the groups' names at the left edge of a plot whose horizontal limits are set.</summary>
    public void WriteHeadings(Plot plot, ChartTheme theme, float shift = 0)
    {
        var left = plot.Axes.GetLimits().Left;
        foreach (var (text, y) in Headings) PlotStyle.Write(plot, text, left, y, theme.Quiet, Alignment.MiddleLeft, bold: true, offsetX: shift);
    }
}
