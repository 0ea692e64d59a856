namespace EvalFaaS.Harness.Reports;

/// <summary>Latency at a rate.</summary>
internal sealed class LatencySection : IReportSection
{
    private static readonly string[] Percentiles = [Metrics.P50, Metrics.P95, Metrics.P99, Metrics.P999];

    public IEnumerable<Block> Build(ReportContext context)
    {
        var cells = context.CellsOf("latency").Where(c => c.Cell.Find(Metrics.P99) is not null).ToList();
        if (cells.Count == 0) yield break;
        yield return new HeadingBlock(2, "latency", "Latency at the same rate");
        foreach (var group in cells.GroupBy(c => (c.Cell.Measure, c.Cell.Function)))
            foreach (var block in BuildFunction(context, group.Key.Measure, group.Key.Function, [.. group])) yield return block;
    }

    private static IEnumerable<Block> BuildFunction(ReportContext context, string measure, string function, IReadOnlyList<(Cell Cell, CellData Data)> cells)
    {
        var anchor = Anchor.Of("latency", measure, function);
        yield return new HeadingBlock(3, anchor, $"{function}{MetricNames.Measure("latency", measure)}");
        if (context.Environment.Suite.Measures.FirstOrDefault(m => m.Name == measure) is { Description.Length: > 0 } described)
            yield return new ParagraphBlock([described.Description]);
        var curves = cells.Select(c => LatencyCurve.Of(c.Cell, c.Data)).ToList();
        foreach (var block in Charts(context, anchor, function, [.. curves.Where(c => c.Parts.Count > 0)])) yield return block;
        if (curves.Where(c => c.Parts.Count == 0).Select(c => Captions.Named(c.Cell)).ToList() is { Count: > 0 } hidden)
            yield return new ParagraphBlock([$"Not drawn, since their latencies are withheld: {string.Join(", ", hidden)}."], ParagraphStyle.Note);
        yield return new TableBlock(
            $"Latency of {function}",
            [
                new("Target"), new("State"), new("Median", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("95th", ColumnKind.Number), new("95 %", ColumnKind.Interval),
                new("99th", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("99.9th", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Requests", ColumnKind.Number),
            ],
            [.. cells.Select(c => LatencyRow(c.Cell))]);
        yield return new TableBlock(
            $"How well the schedule of {function} was kept",
            [new("Target"), new("Offered", ColumnKind.Number), new("Answered rightly", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Sent late, median", ColumnKind.Number), new("Sent late, 99 %", ColumnKind.Number), new("Sent", ColumnKind.Number), new("Received", ColumnKind.Number)],
            [.. cells.Select(c => FidelityRow(c.Cell))]);
        yield return new ParagraphBlock(["Percentiles are of all requests together with order-statistic intervals within this run; ratios above are of the blocks’ own medians and 99th percentiles. Where a latency is below ten times the schedule error (a median against the median, everything above against the 99th percentile) it says more of the generator than of the target and is withheld, and so are the ratios made of it and that part of the curves. Sent and received are bytes of a request and its answer at the generator’s sockets, heads and bodies."], ParagraphStyle.Note);
    }

    private static IEnumerable<Block> Charts(ReportContext context, string anchor, string function, IReadOnlyList<LatencyCurve> cells)
    {
        if (cells.Count == 0) yield break;
        var cut = cells.All(c => c.IsWhole) ? "" : " What is withheld above is left out here, too.";
        yield return new ChartBlock(
            LatencyChart.Paint(anchor, $"Latency of {function} by percentile for each target on a log axis; the numbers are in the table below.", cells, context.Targets),
            [.. Captions.Tail([.. cells.Select(c => c.Cell)]), "From the intended start, so that a late answer delays nobody’s clock but its own. A curve ends where fewer than ten samples lie above it.", .. WithheldCaption.Of(cells)]);
        yield return new ChartBlock(
            CdfChart.Paint(anchor + "-cdf", $"Share of the {function} requests answered within a time, a curve for each target; the numbers are in the table below.", "share of requests answered within a time, all blocks together; log axis", cells, context.Targets),
            [.. Captions.Extremes(cells.Select(c => c.Cell), Metrics.P50, "The leftmost curve at the half is", "The rightmost"), "A steep curve answers evenly, a flat one unevenly." + cut]);
        yield return new ChartBlock(
            ViolinChart.Paint(anchor + "-violin", $"How the latencies of {function} are spread for each target, with the median of each block; the numbers are in the table below.", cells, context.Targets),
            [.. Captions.Spread([.. cells.Select(c => c.Cell)]), "Where the dark points lie apart, the blocks differ more than the requests of one suggest." + cut]);
    }

    private static Row LatencyRow(Cell cell) => new(
    [
        [cell.Target],
        [cell.State],
        .. Percentiles.SelectMany(p => (IReadOnlyList<Inline>[])(cell.Find(p)! is { Withheld: false } figure ? [[Inlines.Value(cell, figure)], Inlines.Ends(cell, figure)] : [[new QuietInline("withheld")], Inlines.Empty])),
        [Inlines.Count($"{cell.Id}/{Metrics.P99}.n", cell.Find(Metrics.P99)!.Count)],
    ]);

    private static Row FidelityRow(Cell cell) => new(
    [
        [cell.Target],
        Optional(cell, Metrics.OfferedPerSecond),
        Optional(cell, Metrics.RequestsPerSecond),
        cell.Find(Metrics.RequestsPerSecond) is { } rate ? Inlines.Ends(cell, rate) : Inlines.Empty,
        Optional(cell, Metrics.ScheduleErrorP50),
        Optional(cell, Metrics.ScheduleErrorP99),
        Optional(cell, Metrics.SentPerRequest), Optional(cell, Metrics.ReceivedPerRequest),
    ]);

    private static IReadOnlyList<Inline> Optional(Cell cell, string metric) => cell.Find(metric) is { } figure ? [Inlines.Value(cell, figure)] : [new QuietInline("–")];
}
