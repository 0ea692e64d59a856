using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Harness.Comparing;

/// <summary>The cells of two results that say the same of the same thing, and those that have no counterpart.</summary>
internal sealed record CellPairs(IReadOnlyList<(Cell A, Cell B)> Common, IReadOnlyList<Cell> OnlyInA, IReadOnlyList<Cell> OnlyInB)
{
    /// <exception cref="CompareException">A target is in neither cell, or nothing is common.</exception>
    public static CellPairs Of(Summary a, Summary b, (string A, string B)? targets)
    {
        var (cellsA, cellsB) = (OfTarget(a, targets?.A, "first"), OfTarget(b, targets?.B, "second"));
        var byKey = cellsB.ToDictionary(c => Key(c, targets is not null));
        var common = cellsA.Where(c => byKey.ContainsKey(Key(c, targets is not null))).Select(c => (c, byKey[Key(c, targets is not null)])).ToList();
        if (common.Count == 0)
            throw new CompareException("The two results have no cell (target, function, measure, start state, observation point) in common."
                + " Compare results of the same suite, or name a target of each with --targets a,b.");
        return new CellPairs(common, [.. cellsA.Except(common.Select(p => p.c))], [.. cellsB.Except(common.Select(p => p.Item2))]);
    }

    private static List<Cell> OfTarget(Summary summary, string? target, string which)
    {
        if (target is null) return [.. summary.Cells];
        var names = summary.Cells.Select(c => c.Target).Distinct().ToArray();
        if (!names.Contains(target)) throw new CompareException($"The {which} result has no target '{target}'. It has {string.Join(", ", names)}.");
        return [.. summary.Cells.Where(c => c.Target == target)];
    }

    private static (string, string, string, string, string) Key(Cell cell, bool anyTarget) => (anyTarget ? "" : cell.Target, cell.Function, cell.Measure, cell.State, cell.Observation);
}
