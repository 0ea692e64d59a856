namespace EvalFaaS.Harness.Reports;

/// <summary>Deployed functions that nobody calls.</summary>
internal sealed class DeployedSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var cells = context.CellsOf("deployed");
        if (cells.Count == 0) yield break;
        yield return new HeadingBlock(2, "deployed", "Deployed functions");
        yield return new ParagraphBlock(["Each function has a module of its own, so none shares code with another. Memory is what they added to the node; the first call goes to a function chosen at random, whose code lies on disk in a warm page cache."]);
        yield return new TableBlock(
            "Deployed functions: memory, and the first call to one of them",
            [
                new("Target"), new("Functions", ColumnKind.Number), new("Each", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Resident, node and all", ColumnKind.Number),
                new("Deployed a second", ColumnKind.Number), new("Loads counted", ColumnKind.Number), new("First call, median", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("99 %", ColumnKind.Number), new("95 % interval", ColumnKind.Interval),
            ],
            [.. cells.Select(c => RowOf(c.Cell))]);
    }

    private static Row RowOf(Cell cell) => new(
    [
        [cell.Target],
        One(cell, Metrics.Deployed),
        One(cell, Metrics.ProportionalPerFunction), Ends(cell, Metrics.ProportionalPerFunction),
        One(cell, Metrics.ResidentAll),
        One(cell, Metrics.DeploysPerSecond),
        One(cell, Metrics.Loads),
        One(cell, Metrics.Median), Ends(cell, Metrics.Median),
        One(cell, Metrics.P99), Ends(cell, Metrics.P99),
    ]);

    private static IReadOnlyList<Inline> One(Cell cell, string metric) => cell.Find(metric) is { } figure ? [Inlines.Value(cell, figure)] : [new QuietInline("–")];

    private static IReadOnlyList<Inline> Ends(Cell cell, string metric) => cell.Find(metric) is { } figure ? Inlines.Ends(cell, figure) : Inlines.Empty;
}
