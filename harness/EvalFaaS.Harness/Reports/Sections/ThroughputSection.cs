namespace EvalFaaS.Harness.Reports;

/// <summary>Requests a second and CPU time.</summary>
internal sealed class ThroughputSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var cells = context.CellsOf("throughput");
        if (cells.Count == 0) yield break;
        yield return new HeadingBlock(2, "throughput", "Throughput");
        foreach (var group in cells.GroupBy(c => c.Cell.Measure))
        {
            if (context.Environment.Suite.Measures.FirstOrDefault(m => m.Name == group.Key) is { Description.Length: > 0 } described)
                yield return new ParagraphBlock([described.Description]);
            yield return new ChartBlock(
                BarChart.Paint(Anchor.Of("throughput", group.Key), "Requests a second of each target with interval and blocks; the numbers are in the table below.", "right answers a second, closed loop; blocks (points), mean with 95 % interval",
                    [.. group.Select(c => (c.Cell, c.Cell.Find(Metrics.RequestsPerSecond)!))], context.Targets),
                [.. Captions.Extremes(group.Select(c => c.Cell), Metrics.RequestsPerSecond, "Fewest answers a second has", "The most"), "Points are blocks, the diamond is their mean, the line its 95 % interval."]);
            yield return new TableBlock(
                "Closed loop: right answers a second, and the CPU time that the target took for each",
                [
                    new("Target"), new("State"), new("Answers a second", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("CPU time", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval),
                    new("Generator busy", ColumnKind.Number), new("Sent", ColumnKind.Number), new("Received", ColumnKind.Number), new("Answered", ColumnKind.Number), new("Failed", ColumnKind.Number),
                ],
                [.. group.GroupBy(c => c.Cell.Function).SelectMany(f => f.Select(c => RowOf(c.Cell)).Prepend(new Row([], f.Key)))]);
        }
        yield return new ParagraphBlock(
        [
            "CPU time counts the target with its daemons and children. The generator’s share is of one processor: near 1 it was the generator that set the limit. Sent and received are bytes of a request and its answer at the generator’s sockets: heads and bodies, without what TCP and IP add.",
        ], ParagraphStyle.Note);
    }

    private static Row RowOf(Cell cell)
    {
        var cpu = cell.Find(Metrics.CpuPerRequest);
        return new Row(
        [
            [cell.Target],
            [MetricNames.State(cell.State)],
            [Inlines.Value(cell, cell.Find(Metrics.RequestsPerSecond)!)], Inlines.Ends(cell, cell.Find(Metrics.RequestsPerSecond)!),
            cpu is null ? [new QuietInline("–")] : [Inlines.Value(cell, cpu)], cpu is null ? Inlines.Empty : Inlines.Ends(cell, cpu),
            cell.Find(Metrics.GeneratorBusy) is { } busy ? [Inlines.Value(cell, busy)] : [new QuietInline("–")],
            Inlines.Shown(cell, cell.Find(Metrics.SentPerRequest)), Inlines.Shown(cell, cell.Find(Metrics.ReceivedPerRequest)),
            [Inlines.Count($"{cell.Id}/ok", cell.Ok)],
            [Inlines.Count($"{cell.Id}/failed", cell.Failed)],
        ]);
    }
}
