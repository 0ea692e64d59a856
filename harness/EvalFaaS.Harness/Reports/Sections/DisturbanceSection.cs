using System.Globalization;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Which blocks were dropped because the machine was disturbed, and what they would change.</summary>
internal sealed class DisturbanceSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var blocks = context.Data.Blocks;
        if (blocks.Count == 0) yield break;
        yield return new HeadingBlock(2, "disturbance", "Disturbed blocks");
        yield return new ParagraphBlock([context.Environment.Suite.Disturbance + " The rule was fixed before the run and sees neither targets nor results."]);
        var dropped = blocks.Where(b => b.Disturbed is not null).ToList();
        if (dropped.Count == 0)
        {
            yield return new ParagraphBlock(["No block was dropped."]);
            yield break;
        }

        yield return new TableBlock(
            "Blocks that were dropped whole",
            [new("Block", ColumnKind.Number), new("Why"), new("CPU work", ColumnKind.Number), new("Memory work", ColumnKind.Number)],
            [.. dropped.Select(b => new Row([[Inlines.Count($"block/{b.Number}", b.Number)], [b.Disturbed!], [Slowdown(b, "cpu", b.CpuSlowdown)], [Slowdown(b, "memory", b.MemorySlowdown)]]))]);
        var pairs = context.Summary.Comparisons.Where(c => c is { Form: Comparison.Ratio, Withheld: false }).Join(context.Summary.WithDisturbed ?? [], c => c.Key, c => c.Key, (without, with) => (without, with)).ToList();
        if (pairs.Count > 0)
            yield return new TableBlock(
                "Ratios without and with the dropped blocks",
                [new("Target"), new("Reference"), new("What"), new("Without", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("With", ColumnKind.Number), new("95 % interval", ColumnKind.Interval)],
                [.. pairs.Select(p => new Row([[p.without.Target], [p.without.Reference], [What(p.without)], [Inlines.Value(p.without)], Inlines.Ends(p.without), [Inlines.Value(p.with)], Inlines.Ends(p.with)]))]);
    }

    private static string What(Comparison c) => $"{c.Function}: {MetricNames.Of(c)}, {c.State}{MetricNames.Measure(c.Kind, c.Measure)}";

    private static Inline Slowdown(BlockRow block, string work, double? value) => value is { } times
        ? new FigureInline($"block/{block.Number}/{work}_slowdown", times, times.ToString("0.00", CultureInfo.InvariantCulture) + "×")
        : new QuietInline("–");
}
