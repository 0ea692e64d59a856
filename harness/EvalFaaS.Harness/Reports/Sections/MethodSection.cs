using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>How it was measured, and how much there is of each cell.</summary>
internal sealed class MethodSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var suite = context.Environment.Suite;
        yield return new HeadingBlock(2, "method", "Method");
        yield return new ParagraphBlock(
        [
            "A trial is one function on one target in one start state. A block holds one trial of every cell in a random order (seed ",
            Inlines.Count("run/seed", suite.Seed),
            "), with the targets’ processes restarted; ",
            Inlines.Count("run/blocks", context.Summary.Blocks),
            " of ",
            Inlines.Count("run/blocks_planned", suite.Blocks),
            " planned blocks were run undisturbed. " + (suite.Ending.Length > 0 ? suite.Ending + " " : "") + "The block is the unit of inference: requests inside a trial share a process, a warm-up and a moment of the machine, and are never taken as independent repetitions when targets are compared.",
        ]);
        yield return new ListBlock(
        [
            ["Ratios and differences: values of the blocks, paired by block, t intervals (ratios on the log scale). Fewer than six common blocks: no comparison."],
            [$"Percentiles of one target: all requests of the run together, with exact order-statistic intervals; “n too small” below {PercentileInterval.MinimumCount(0.95)} samples for the 95th percentile, {PercentileInterval.MinimumCount(0.99)} for the 99th, {Quantity.Count(PercentileInterval.MinimumCount(0.999))} for the 99.9th. They describe this run."],
            ["Latency counts from the intended start. Failed requests and those found in another start state than claimed are counted and shown, and are in no time."],
            ["Start states were forced by each target in its own way and checked by instance identities and load counters."],
        ]);
        foreach (var block in StageTable.Build(context)) yield return block;
        yield return new TableBlock(
            "What there is of each cell",
            [new("Target"), new("Function"), new("Measure"), new("State"), new("Trials", ColumnKind.Number), new("Requests", ColumnKind.Number), new("Right", ColumnKind.Number), new("Failed", ColumnKind.Number), new("In another state", ColumnKind.Number)],
            [.. context.Summary.Cells.Select(RowOf)]);
    }

    private static Row RowOf(Cell cell) => new(
    [
        [cell.Target], [cell.Function], [cell.Measure], [cell.State],
        [Inlines.Count($"{cell.Id}/trials", cell.Trials)],
        [Inlines.Count($"{cell.Id}/issued", cell.Issued)],
        [Inlines.Count($"{cell.Id}/ok", cell.Ok)],
        [Inlines.Count($"{cell.Id}/failed", cell.Failed)],
        [Inlines.Count($"{cell.Id}/in_wrong_state", cell.InWrongState)],
    ]);
}
