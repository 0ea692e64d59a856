using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>What a function feels of a bad neighbour on the same target, and what the neighbour did meanwhile.</summary>
internal sealed class NeighbourSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var beside = context.Summary.Cells.Zip(context.Raw).Where(c => c.Second.Trials.Any(t => t.Trial.Neighbour is not null)).ToList();
        if (beside.Count == 0) yield break;
        yield return new HeadingBlock(2, "neighbours", "Beside a neighbour");
        yield return new ParagraphBlock(
            ["A second function runs on the same target under a load of its own. In a node both share the process, its threads and its cores, and an instance is the unit of isolation; processes and containers are two servers on the same cores, and the server is. Their failures are the neighbour’s alone and stand in the table of what it did."]);
        foreach (var family in NeighbourFamily.Of(context.Environment, context.Summary.Cells))
            foreach (var block in BuildFamily(context, family)) yield return block;
        yield return new TableBlock(
            "What the neighbours did while the function was measured",
            [new("Neighbour"), new("Measure"), new("Requests ended", ColumnKind.Number), new("Answered", ColumnKind.Number), new("Failed", ColumnKind.Number), new("How"), new("Started again", ColumnKind.Number)],
            [.. beside.GroupBy(c => c.First.Target).SelectMany(g => g.Select(c => DidRow(c.First, c.Second)).Prepend(new Row([], g.Key)))]);
    }

    private static IEnumerable<Block> BuildFamily(ReportContext context, NeighbourFamily family)
    {
        var anchor = Anchor.Of("neighbours", family.Kind, family.Name, family.Function);
        var what = string.Join(" and ", family.Metrics.Select(m => MetricNames.Of(family.Kind, m)));
        yield return new HeadingBlock(3, anchor, $"{family.Function}: {family.Name} beside {string.Join(", ", family.Lines.SelectMany(l => l.Cells.Select(c => c.Neighbour)).Distinct())}");
        if (context.Environment.Suite.Measures.FirstOrDefault(m => m.Sweep == family.Name) is { Description.Length: > 0 } first) yield return new ParagraphBlock([$"Beside {first.Neighbour}: ", first.Description]);
        yield return new ChartBlock(
            NeighbourChart.Paint(anchor, $"The {what} of {family.Function} beside each neighbour, with intervals, for each target; the numbers are in the table below.", family, Marks(family) + "; over blocks, with 95 % intervals", context.Targets),
            NeighbourAnswer.Of(context.Summary, family));
        yield return new TableBlock(
            $"{char.ToUpperInvariant(what[0])}{what[1..]} of {family.Function}, and the ratio to the same target without a neighbour, paired by block",
            [
                new("Beside"),
                .. family.Metrics.SelectMany(m => (Column[])[new(Name(m), ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Ratio", ColumnKind.Number), new("95 % interval", ColumnKind.Interval)]),
                new("Answered", ColumnKind.Number), new("Failed", ColumnKind.Number),
            ],
            [.. family.Lines.SelectMany(l => l.Cells.Select(c => RowOf(context.Summary, family, c.Neighbour, c.Cell)).Prepend(new Row([], $"{l.Target}, {MetricNames.State(l.State)}")))]);
    }

    private static Row RowOf(Summary summary, NeighbourFamily family, string neighbour, Cell cell) => new(
    [
        [neighbour],
        .. family.Metrics.SelectMany(m => Values(summary, cell, m)),
        [Inlines.Count($"{cell.Id}/ok", cell.Ok)], [Inlines.Count($"{cell.Id}/failed", cell.Failed)],
    ]);

    private static IEnumerable<IReadOnlyList<Inline>> Values(Summary summary, Cell cell, string metric)
    {
        var figure = cell.Find(metric);
        var ratio = NeighbourRatio.Find(summary, cell, metric);
        yield return figure switch { null => [new QuietInline("–")], { Withheld: true } => [new QuietInline("withheld")], _ => [Inlines.Value(cell, figure)] };
        yield return figure is { Withheld: false } ? Inlines.Ends(cell, figure) : Inlines.Empty;
        yield return ratio is null ? [new QuietInline("–")] : [Inlines.Value(ratio)];
        yield return ratio is null ? Inlines.Empty : Inlines.Ends(ratio);
    }

    private static Row DidRow(Cell cell, CellData data)
    {
        var did = data.Trials.Select(t => t.Trial.Neighbour).OfType<NeighbourDoings>().ToList();
        var failures = did.SelectMany(d => d.Failures).GroupBy(f => f.Key).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new Row(
        [
            [did[0].Name],
            [$"{cell.Function}, {cell.Measure}"],
            Sum("ended", d => d.Ended), Sum("ok", d => d.Ok), Sum("failed", d => d.Failed),
            failures.Count == 0 ? [new QuietInline("–")] : [.. failures.SelectMany((f, i) => (Inline[])[(i == 0 ? "" : ", ") + f.Key + " ", Inlines.Count($"{cell.Id}/neighbour/{f.Key}", f.Sum(x => x.Value))])],
            Sum("restarts", d => d.Restarts),
        ]);

        IReadOnlyList<Inline> Sum(string name, Func<NeighbourDoings, long> value) => [Inlines.Count($"{cell.Id}/neighbour/{name}", did.Sum(value))];
    }

    private static string Marks(NeighbourFamily family) => string.Join(", ", family.Metrics.Zip(NeighbourChart.MarkNames, (metric, mark) => $"{mark}: {MetricNames.Of(family.Kind, metric)}"));

    private static string Name(string metric) => metric switch { Metrics.Median => "Median", Metrics.P99ByBlock => "99th", _ => "Answers a second" };
}
