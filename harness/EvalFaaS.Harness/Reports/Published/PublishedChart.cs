using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Published ratios across, ours upwards, both axes log, a panel for each pair of targets, with the diagonal on which they are the same.</summary>
internal static class PublishedChart
{
    private const int Width = 1040, PanelHeight = 330, Columns = 2, PanelWidth = Width / Columns, Foot = 30;

    // What a name takes, as shares of a panel's axes.
    private const double NameHeight = 0.065, NameWidth = 0.34;

    public static Chart Paint(string name, string alternativeText, IReadOnlyList<PublishedPair> pairs, IReadOnlyList<string> targets)
    {
        var panels = pairs.GroupBy(PublishedWords.Targets).ToList();
        var height = (panels.Count + Columns - 1) / Columns * PanelHeight + Foot;
        return ChartPainter.Paint(name, alternativeText, Width, height, theme => panels.Select((g, i) => new Panel(Draw(theme, g.Key, [.. g], targets), Place(i))).Append(Axes(theme, height)));
    }

    private static PixelRect Place(int index)
    {
        int left = index % Columns * PanelWidth, top = index / Columns * PanelHeight;
        return new PixelRect(left, left + PanelWidth, top + PanelHeight, top);
    }

    private static Panel Axes(ChartTheme theme, int height)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(0));
        plot.HideAxesAndGrid();
        plot.Axes.SetLimits(0, Width, 0, Foot);
        PlotStyle.Write(plot, "time divided by the container’s: published across, here upwards; both axes log; lines: 95 % intervals; the diagonal: the same in both", 12, Foot / 2.0, theme.Quiet, Alignment.MiddleLeft, size: 11.5f);
        return new Panel(plot, new PixelRect(0, Width, height, height - Foot));
    }

    private static Plot Draw(ChartTheme theme, string title, IReadOnlyList<PublishedPair> pairs, IReadOnlyList<string> targets)
    {
        var plot = PlotStyle.Create(theme, new PixelPadding(64, 14, 30, 34));
        var (left, right) = Limits(pairs.Select(p => p.Theirs));
        var (low, high) = Limits(pairs.Select(p => p.Ours!));
        plot.Axes.SetLimits(left, right, low, high);
        PlotStyle.LogBottom(plot, left, right, Tick);
        plot.Axes.Left.TickGenerator = PlotStyle.LogTicks(low, high, Tick);
        plot.Add.VerticalLine(0, 1, theme.Quiet);
        plot.Add.HorizontalLine(0, 1, theme.Quiet);
        Line(plot, Math.Min(left, low), Math.Min(left, low), Math.Max(right, high), Math.Max(right, high), theme.Quiet, 1.4f);
        var color = theme.ForTarget(targets.IndexOf(pairs[0].OurTarget));
        var names = new NamePlaces(right - left, high - low);
        foreach (var pair in pairs.OrderByDescending(p => p.Ours!.Ratio))
        {
            double x = Math.Log10(pair.Theirs.Ratio!.Value), y = Math.Log10(pair.Ours!.Ratio!.Value);
            Line(plot, Math.Log10(pair.Theirs.Low!.Value), y, Math.Log10(pair.Theirs.High!.Value), y, color, 2);
            Line(plot, x, Math.Log10(pair.Ours.Low!.Value), x, Math.Log10(pair.Ours.High!.Value), color, 2);
            plot.Add.Marker(x, y, MarkerShape.FilledCircle, 8, color);
            var toTheLeft = x > right - NameWidth * (right - left);
            var at = names.Free(toTheLeft ? x - NameWidth * (right - left) : x, y, low);
            if (at.Equals(y) is false) Line(plot, x, y, x + (toTheLeft ? -1 : 1) * 0.015 * (right - left), at, theme.Quiet, 0.8f);
            var end = Math.Log10((toTheLeft ? pair.Theirs.Low : pair.Theirs.High)!.Value);
            PlotStyle.Write(plot, pair.Function, end, at, theme.Ink, toTheLeft ? Alignment.MiddleRight : Alignment.MiddleLeft, size: 11, offsetX: toTheLeft ? -9 : 9);
        }

        PlotStyle.Write(plot, title, left, high, theme.Ink, Alignment.LowerLeft, bold: true, offsetY: -10);
        return plot;
    }

    // 1 is always on them: it is what the ratios are read against.
    private static (double Low, double High) Limits(IEnumerable<PublishedSide> sides)
    {
        var ends = sides.SelectMany(s => new[] { s.Low!.Value, s.High!.Value }).Select(Math.Log10).Append(0).ToList();
        double low = ends.Min(), high = ends.Max(), room = Math.Max(0.08, (high - low) * 0.08);
        return (low - room, high + room);
    }

    private static void Line(Plot plot, double x1, double y1, double x2, double y2, Color color, float width)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (color, width, 0);
    }

    private static string Tick(double value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) + "×";

    /// <summary>Finds each name a place beside its point: at its height, or below the names that are there.</summary>
    private sealed class NamePlaces(double across, double upwards)
    {
        private readonly List<(double X, double Y)> _taken = [];

        public double Free(double x, double y, double low)
        {
            var at = y;
            while (_taken.Any(t => Math.Abs(t.X - x) < NameWidth * across && Math.Abs(t.Y - at) < NameHeight * upwards * 0.999)) at -= NameHeight * upwards / 4;
            at = Math.Max(at, low);
            _taken.Add((x, at));
            return at;
        }
    }
}
