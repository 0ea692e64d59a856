namespace EvalFaaS.Harness.Reports;

/// <summary>Says what a sweep's charts show.</summary>
internal static class SweepCaption
{
    /// <summary>The line that changes most, and whether the targets keep their order.</summary>
    public static IReadOnlyList<Inline> Of(SweepFamily family, string metric, string what)
    {
        var lines = family.Lines.Where(l => l.Over(metric).Count() > 1).Select(l => (Line: l, First: Ends(l, metric).First, Last: Ends(l, metric).Last)).ToList();
        var most = lines.MaxBy(l => Math.Abs(Math.Log(l.Last.Figure.Value / l.First.Figure.Value)));
        List<Inline> words =
        [
            $"From {family.Label(most.First.Level)} to {family.Label(most.Last.Level)} the {what} of {most.Line.Label} goes from ", Inlines.Value(most.First.Cell, most.First.Figure), " to ", Inlines.Value(most.Last.Cell, most.Last.Figure),
            lines.Count > 1 ? ", the largest change of all. " : ". ",
        ];
        if (lines.Count > 1)
        {
            var low = lines.MinBy(l => l.Last.Figure.Value).Line;
            words.Add(lines.MinBy(l => l.First.Figure.Value).Line == low ? $"The lowest line is {low.Label} at both ends." : $"The lowest line is {lines.MinBy(l => l.First.Figure.Value).Line.Label} at first and {low.Label} at last.");
        }
        return words;
    }

    /// <summary>The ratio farthest from 1, and how many intervals exclude 1.</summary>
    public static IReadOnlyList<Inline> OfRatios(SweepFamily family, IReadOnlyList<(string Label, IReadOnlyList<(double Level, Comparison Ratio)> Ratios)> rows)
    {
        var all = rows.SelectMany(r => r.Ratios).ToList();
        var far = all.MaxBy(r => Math.Abs(Math.Log(r.Ratio.Value)));
        return
        [
            $"Farthest from 1 is {far.Ratio.Target} divided by {far.Ratio.Reference} at {family.Label(far.Level)}: ", Inlines.Value(far.Ratio), ". ",
            Inlines.Count($"sweep/{far.Ratio.Metric}/{far.Ratio.Function}/{family.Name}/apart", all.Count(r => r.Ratio.Low > 1 || r.Ratio.High < 1)), " of ",
            Inlines.Count($"sweep/{far.Ratio.Metric}/{far.Ratio.Function}/{family.Name}/ratios", all.Count), " intervals exclude 1.",
        ];
    }

    private static ((double Level, Cell Cell, Figure Figure) First, (double Level, Cell Cell, Figure Figure) Last) Ends(SweepLine line, string metric)
    {
        var points = line.Points.Where(p => p.Cell.Find(metric) is { Value: > 0, Withheld: false }).Select(p => (p.Level, p.Cell, p.Cell.Find(metric)!)).ToList();
        return (points[0], points[^1]);
    }
}
