using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>What the run and its data say against its own figures.</summary>
internal sealed class WarningSection : IReportSection
{
    /// <summary>From this share of a processor on the generator is taken to have set the limit.</summary>
    private const double BusyGenerator = 0.9;

    public IEnumerable<Block> Build(ReportContext context)
    {
        yield return new HeadingBlock(2, "warnings", "Warnings");
        List<IReadOnlyList<Inline>> items =
        [
            .. context.Environment.Warnings.Select(w => (IReadOnlyList<Inline>)[new StrongInline(w.Target is null ? w.Code : $"{w.Code}, {w.Target}"), ": " + w.Message]),
            .. context.Summary.Cells.SelectMany(OfCell),
            .. FewBlocks(context.Summary),
        ];
        if (items.Count == 0) yield return new ParagraphBlock(["Neither the run nor its data raised any."]);
        else yield return new ListBlock(items);

        var errors = context.Data.Trials.Where(t => t.Error is not null).ToList();
        if (errors.Count > 0)
            yield return new TableBlock(
                "Trials that failed or ended early",
                [new("Target"), new("Function"), new("Measure"), new("State"), new("Block", ColumnKind.Number), new("Why")],
                [.. errors.Select(t => new Row([[t.Target], [t.Function], [t.Measure], [t.State], [Inlines.Count($"trial/{t.Number}/block", t.Block)], [t.Error!]]))]);
    }

    private static IEnumerable<IReadOnlyList<Inline>> OfCell(Cell cell)
    {
        var where = $" ({cell.Target}, {cell.Function}, {cell.Measure}, {cell.State}).";
        if (cell.Failed > 0)
            yield return [new StrongInline("failed-requests"), ": ", Inlines.Count($"{cell.Id}/failed", cell.Failed), " of ", Inlines.Count($"{cell.Id}/issued", cell.Issued), " requests failed" + where];
        if (cell.InWrongState > 0)
            yield return [new StrongInline("wrong-state"), ": ", Inlines.Count($"{cell.Id}/in_wrong_state", cell.InWrongState), " requests were not in the state that the trial claims and were left out" + where];
        if (cell.Find(Metrics.GeneratorBusy) is { Value: > BusyGenerator } busy)
            yield return [new StrongInline("busy-generator"), ": the generator used ", Inlines.Value(cell, busy), " of a processor, so the target may be able to do more than is printed" + where];
        if (cell.Find(Metrics.ScheduleErrorP99) is { } late && cell.Find(Metrics.P50) is { } median && late.Value > median.Value)
            yield return [new StrongInline("late-generator"), ": requests were sent up to ", Inlines.Value(cell, late), " late (99 %), which is more than the median latency" + where];
        if (cell.TrialsFailed > 0)
            yield return [new StrongInline("failed-trials"), ": ", Inlines.Count($"{cell.Id}/trials_failed", cell.TrialsFailed), " of ", Inlines.Count($"{cell.Id}/trials", cell.Trials), " trials failed or ended early" + where];
    }

    private static IEnumerable<IReadOnlyList<Inline>> FewBlocks(Summary summary)
    {
        if (summary.Blocks < Suite.MinimumBlocks)
            yield return [new StrongInline("few-blocks"), ": only ", Inlines.Count("run/blocks", summary.Blocks), " blocks were run; fewer than 6 carry no comparison."];
    }
}
