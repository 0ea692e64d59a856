namespace EvalFaaS.Harness.Reports;

/// <summary>All comparisons: a chart and a table.</summary>
internal sealed class RatioSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        yield return new HeadingBlock(2, "ratios", "How the targets compare");
        var ratios = context.Summary.Comparisons.Where(c => c.Form == Comparison.Ratio && !context.Swept.ContainsKey(c.Measure)).Select(c => (Group: GroupOf(c), Comparison: c)).ToList();
        if (ratios.Count == 0)
        {
            yield return new ParagraphBlock(["No two targets share a start state and an observation point in at least six blocks, so nothing is compared."]);
            yield break;
        }
        var shown = ratios.Where(r => !r.Comparison.Withheld).ToList();
        if (shown.Count > 0) yield return new ChartBlock(
            RatioChart.Paint("ratios", $"Ratios of {shown.Count} pairs of targets with their intervals, grouped by what was compared; the numbers are in the table below.", shown, context.Targets),
            [.. Captions.Ratios([.. ratios.Select(r => r.Comparison)]), "Left of the line the target needs less (or serves less) than its reference, right of it more."]);
        yield return new TableBlock(
            "Target divided by reference, paired by block",
            [new("Target"), new("Reference"), new("Start states"), new("Observed"), new("Ratio", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Blocks", ColumnKind.Number)],
            [.. ratios.GroupBy(r => r.Group).SelectMany(g => g.Select(r => RowOf(r.Comparison)).Prepend(new Row([], g.Key)))]);
        var differences = context.Summary.Comparisons.Where(c => c.Form == Comparison.Difference && c.ReferenceState == Scenarios.StartStates.None).ToList();
        if (differences.Count > 0)
            yield return new TableBlock(
                "CPU time of a request above the ceiling's",
                [new("Target"), new("Ceiling"), new("Start states"), new("Measure"), new("More", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Blocks", ColumnKind.Number)],
                [.. differences.Select(c => new Row([[c.Target], [c.Reference], [MetricNames.States(c)], [$"{c.Function}, {c.Measure}"], [Inlines.Value(c)], Inlines.Ends(c), [Inlines.Count(c.Id + ".blocks", c.Blocks)]]))]);
        yield return new ParagraphBlock(
            ["Intervals are t intervals over blocks on the log scale, paired by block (of differences: on the plain scale). They hold for one comparison at a time."], ParagraphStyle.Note);
        if (shown.Count < ratios.Count)
            yield return new ParagraphBlock([Inlines.Count("ratios/withheld", ratios.Count - shown.Count), " ratios are withheld, since one of their latencies is below ten times the generator’s own lateness and says more of the generator than of the target."], ParagraphStyle.Note);
    }

    private static Row RowOf(Comparison c) => new(
    [
        [c.Target], [c.Reference], [MetricNames.States(c)], [MetricNames.Observation(c.Kind, c.Observation)], c.Withheld ? [new QuietInline("withheld")] : [Inlines.Value(c)], c.Withheld ? Inlines.Empty : Inlines.Ends(c), [Inlines.Count(c.Id + ".blocks", c.Blocks)],
    ]);

    private static string GroupOf(Comparison c) =>
        $"{c.Function}: {MetricNames.Of(c)}" + (c.Kind == "start" ? $", {c.State}" : "") + MetricNames.Measure(c.Kind, c.Measure);
}
