namespace EvalFaaS.Harness.Reports;

/// <summary>Measures that were taken at several levels: what changes with the level, and how the targets compare at each.</summary>
internal sealed class SweepSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        if (context.Sweeps.Count == 0) yield break;
        yield return new HeadingBlock(2, "sweeps", "Over levels");
        foreach (var family in context.Sweeps)
        {
            yield return new HeadingBlock(3, AnchorOf(family), $"{family.Function}: {family.Name} from {family.Label(family.Levels[0])} to {family.Label(family.Levels[^1])}");
            if (context.Environment.Suite.Measures.FirstOrDefault(m => m.Sweep == family.Name) is { Description.Length: > 0 } first) yield return new ParagraphBlock([$"At {family.Label(first.Level!.Value)}: ", first.Description]);
            foreach (var metric in family.Shown)
                foreach (var block in Over(context, family, metric)) yield return block;
        }
    }

    private static IEnumerable<Block> Over(ReportContext context, SweepFamily family, string metric)
    {
        var what = MetricNames.Of(family.Kind, metric);
        var name = Anchor.Of(AnchorOf(family), metric);
        yield return new ChartBlock(
            SweepChart.Paint(name, $"Lines of the {what} of {family.Function} over {family.Levels.Count} levels of {family.Name}, one for each target, with bands of their intervals; the numbers are in the table below.", family, metric, what, context.Targets),
            SweepCaption.Of(family, metric, what));
        var ratios = RatiosOf(context, family, metric);
        if (ratios.Count > 0 && ratios.Max(r => r.Ratios.Count) > 2)
            yield return new ChartBlock(
                RatioHeatChart.Paint(name + "-ratios", $"Heat map of the ratios of the {what} of {family.Function} between targets at {family.Levels.Count} levels of {family.Name}; the numbers are in the table below.", family, ratios, $"ratio of the {what} at each level, in {family.Unit}; pale: the 95 % interval holds 1"),
                SweepCaption.OfRatios(family, ratios));
        yield return new TableBlock(
            $"{char.ToUpperInvariant(what[0])}{what[1..]} of {family.Function} over {family.Name}, and its ratio to the reference at the same level",
            [new("Level"), new("Value", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Reference"), new("Ratio", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Blocks", ColumnKind.Number)],
            [.. family.Lines.SelectMany(line => line.Over(metric).Select(p => RowOf(context, family, line, p.Level, p.Figure)).Prepend(new Row([], $"{line.Target}, {MetricNames.State(line.State)}")))]);
    }

    private static Row RowOf(ReportContext context, SweepFamily family, SweepLine line, double level, Figure figure)
    {
        var cell = line.Points.First(p => p.Level.Equals(level)).Cell;
        var ratio = context.Summary.Comparisons.FirstOrDefault(c => Is(c, cell, figure.Metric));
        return new Row(
        [
            [family.Label(level)],
            [Inlines.Value(cell, figure)], Inlines.Ends(cell, figure),
            ratio is null ? [new QuietInline("–")] : [$"{ratio.Reference}, {MetricNames.States(ratio)}"],
            ratio is null ? Inlines.Empty : [Inlines.Value(ratio)], ratio is null ? Inlines.Empty : Inlines.Ends(ratio),
            [Inlines.Count($"{cell.Id}/{figure.Metric}.n", figure.Count)],
        ]);
    }

    private static List<(string Label, IReadOnlyList<(double Level, Comparison Ratio)> Ratios)> RatiosOf(ReportContext context, SweepFamily family, string metric) =>
    [
        .. family.Lines
            .SelectMany(line => line.Points.SelectMany(p => context.Summary.Comparisons.Where(c => Is(c, p.Cell, metric)).Select(c => (p.Level, Ratio: c))))
            .GroupBy(r => $"{r.Ratio.Target} / {r.Ratio.Reference}, {MetricNames.States(r.Ratio)}")
            .Select(g => (g.Key, (IReadOnlyList<(double, Comparison)>)[.. g])),
    ];

    private static bool Is(Comparison c, Cell cell, string metric) =>
        c is { Form: Comparison.Ratio, Withheld: false } && c.Target == cell.Target && c.State == cell.State && c.Function == cell.Function && c.Measure == cell.Measure && c.Metric == metric && c.Observation == cell.Observation;

    private static string AnchorOf(SweepFamily family) => Anchor.Of("sweep", family.Kind, family.Name, family.Function);
}
