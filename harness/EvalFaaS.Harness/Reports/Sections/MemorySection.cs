namespace EvalFaaS.Harness.Reports;

/// <summary>Memory of live instances.</summary>
internal sealed class MemorySection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var cells = context.CellsOf("memory").Where(c => MetricOf(c.Cell) is not null).ToList();
        if (cells.Count == 0) yield break;
        yield return new HeadingBlock(2, "memory", "Memory");
        yield return new ChartBlock(
            BarChart.Paint("memory", "Memory of a live instance for each target; the numbers are in the table below.", "memory of a live instance; blocks (points), mean with 95 % interval",
                [.. cells.Select(c => (c.Cell, MetricOf(c.Cell)!))], context.Targets),
            [.. Captions.Extremes(cells.Select(c => c.Cell), MetricOf(cells[0].Cell)!.Metric, "Least memory takes", "The most"), "What live instances add to the target’s memory, divided by their number. Points are blocks."]);
        yield return new TableBlock(
            "Memory of a live instance, after each has run once",
            [
                new("Target"), new("State"), new("Function"), new("Proportional", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Resident", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval),
                new("Live instances", ColumnKind.Number), new("Blocks", ColumnKind.Number),
            ],
            [.. cells.Select(c => RowOf(c.Cell))]);
        yield return new ParagraphBlock(
            ["Proportional counts a shared page once over all processes that map it, resident counts it in each. The memory before the first instance is taken off."], ParagraphStyle.Note);
    }

    private static Figure? MetricOf(Cell cell) => cell.Find(Metrics.ProportionalPerInstance) ?? cell.Find(Metrics.ResidentPerInstance);

    private static Row RowOf(Cell cell) => new(
    [
        [cell.Target],
        [MetricNames.State(cell.State)],
        [cell.Function],
        .. Pair(cell, Metrics.ProportionalPerInstance),
        .. Pair(cell, Metrics.ResidentPerInstance),
        cell.Find(Metrics.Instances) is { } instances ? [Inlines.Value(cell, instances)] : Inlines.Empty,
        [Inlines.Count($"{cell.Id}/{MetricOf(cell)!.Metric}.n", MetricOf(cell)!.Count)],
    ]);

    private static IReadOnlyList<Inline>[] Pair(Cell cell, string metric) =>
        cell.Find(metric) is { } figure ? [[Inlines.Value(cell, figure)], Inlines.Ends(cell, figure)] : [[new QuietInline("–")], Inlines.Empty];
}
