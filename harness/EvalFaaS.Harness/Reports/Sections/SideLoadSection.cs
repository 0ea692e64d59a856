namespace EvalFaaS.Harness.Reports;

/// <summary>What became of a load beside the measured one, and what the target held meanwhile.</summary>
internal sealed class SideLoadSection : IReportSection
{
    private static readonly (string Metric, string Heading)[] Outcomes =
    [
        (Metrics.BesideConnections, "Beside"), (Metrics.BesideOk, "Served"), (Metrics.BesideRefused, "Refused"), (Metrics.BesideWrong, "Wrong"), (Metrics.BesideLost, "Cut off"),
        (Metrics.BesideTimeout, "Timed out"), (Metrics.BesideCut, "Under way"),
    ];

    public IEnumerable<Block> Build(ReportContext context)
    {
        var cells = context.Summary.Cells.Where(c => c.Find(Metrics.BesideConnections) is not null).ToList();
        if (cells.Count == 0) yield break;
        yield return new HeadingBlock(2, "beside", "The load beside the measured one");
        yield return new ParagraphBlock(["Its requests are counted here and stand in no latency. Served: answered rightly; refused: answered with another status; cut off: the target ended the connection, or took none; timed out: no answer in time; under way: neither, when the measured load ended."]);
        foreach (var group in cells.GroupBy(c => (c.Function, Family: context.Swept.TryGetValue(c.Measure, out var level) ? level.Sweep! : c.Measure)))
            yield return new TableBlock(
                $"Beside {group.Key.Function}, {group.Key.Family}: in a trial on average, and what the target held at its end",
                [
                    new("Measure"), .. Outcomes.Select(o => new Column(o.Heading, ColumnKind.Number)),
                    new("Measured: answered", ColumnKind.Number), new("Failed", ColumnKind.Number), new("Resident", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Threads", ColumnKind.Number),
                ],
                [.. group.GroupBy(c => c.Target).SelectMany(t => t.Select(RowOf).Prepend(new Row([], t.Key)))]);
    }

    private static Row RowOf(Cell cell) => new(
    [
        [cell.Measure],
        .. Outcomes.Select(o => One(cell, o.Metric)),
        [Inlines.Count($"{cell.Id}/ok", cell.Ok)],
        [Inlines.Count($"{cell.Id}/failed", cell.Failed)],
        One(cell, Metrics.ResidentAll),
        cell.Find(Metrics.ResidentAll) is { } resident ? Inlines.Ends(cell, resident) : Inlines.Empty,
        One(cell, Metrics.Threads),
    ]);

    private static IReadOnlyList<Inline> One(Cell cell, string metric) => cell.Find(metric) is { } figure ? [Inlines.Value(cell, figure)] : [new QuietInline("–")];
}
