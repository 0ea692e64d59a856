using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>The stages of a trial: what ends each, how long they took, how they ended.</summary>
internal static class StageTable
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        var rules = context.Environment.Suite.Stages;
        if (rules.IsEmpty || context.Data.Stages.Count == 0) yield break;
        var rows = context.Data.Stages.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => g.ToList());
        yield return new TableBlock(
            "The stages of a trial",
            [new("Stage"), new("What ends it"), new("Time, all trials", ColumnKind.Number), new("How it ended")],
            [.. rules.Where(r => rows.ContainsKey(r.Name)).Select(r => RowOf(r, rows[r.Name]))]);
    }

    private static Row RowOf(Setting rule, List<StageRow> rows)
    {
        var ns = rows.Sum(r => r.DurationNs);
        var ends = rows.GroupBy(r => r.Verdict).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        List<Inline> words = [];
        foreach (var end in ends)
        {
            if (words.Count > 0) words.Add(", ");
            words.Add(end.Key + " ");
            words.Add(Inlines.Count($"stage/{rule.Name}/{end.Key}", end.Count()));
        }

        return new Row([[rule.Name], [rule.Value], [new FigureInline($"stage/{rule.Name}/time", ns, Quantity.Format(ns, Figure.Nanoseconds))], words]);
    }
}
