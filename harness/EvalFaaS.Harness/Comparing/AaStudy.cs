using System.Collections.Immutable;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Comparing;

/// <summary>
/// Whether comparisons can be trusted on a machine, from repeated runs of a suite whose targets come in pairs by name: <c>X</c> and <c>X-again</c> are alike,
/// <c>X-slowed</c> is slower on purpose.
/// </summary>
public static class AaStudy
{
    private const string Again = "-again";
    private const string Slowed = "-slowed";

    /// <summary>Evaluates runs.</summary>
    /// <param name="folders">Results of one suite, in the order in which they ran.</param>
    /// <param name="margin">The margin.</param>
    /// <exception cref="CompareException">There are fewer than two runs, or no pairs.</exception>
    public static AaResult Evaluate(IReadOnlyList<string> folders, Margin margin)
    {
        if (folders.Count < 2) throw new CompareException($"{folders.Count} runs say nothing of how runs differ: two are the fewest.");
        var summaries = folders.Select(Read).ToList();
        var targets = summaries[0].Cells.Select(c => c.Target).Distinct().ToList();
        var pairs = targets.SelectMany(t => new[] { t + Again, t + Slowed }.Where(targets.Contains).Select(other => (A: t, B: other))).ToList();
        if (pairs.Count == 0) throw new CompareException($"The runs have no targets X and X{Again} or X{Slowed}: they have {string.Join(", ", targets)}.");
        var within = from pair in pairs
                     from summary in summaries
                     from found in Compare(summary, summary, pair, paired: true, margin)
                     select (Kind: pair.B.EndsWith(Slowed, StringComparison.Ordinal) ? AaKind.Slowed : AaKind.OneRun, Found: found);
        var between = from i in Enumerable.Range(0, summaries.Count / 2)
                      from target in pairs.Select(p => p.A).Distinct()
                      from found in Compare(summaries[2 * i], summaries[2 * i + 1], (target, target), paired: false, margin)
                      select (Kind: AaKind.TwoRuns, Found: found);
        return new AaResult(
            folders.Count, margin.Share,
            [.. within.Concat(between).GroupBy(x => (x.Kind, x.Found.Target, x.Found.Function, x.Found.Metric)).Select(g => Row(g.Key.Kind, [.. g.Select(x => x.Found)]))],
            [.. pairs.Select(p => p.A).Distinct().SelectMany(target => Spreads(summaries, target))]);
    }

    private static Summary Read(string folder)
    {
        var data = ResultData.Read(folder);
        return SummaryBuilder.Build(data, CellDataReader.Read(data));
    }

    // Each comparison stands for itself: the question is how often a single one errs.
    private static IEnumerable<FigureComparison> Compare(Summary a, Summary b, (string A, string B) targets, bool paired, Margin margin)
    {
        var comparer = new FigureComparer(paired, margin);
        foreach (var (cellA, cellB) in CellPairs.Of(a, b, targets).Common)
            foreach (var metric in SummaryBuilder.Compared(cellA.Kind))
                if (cellA.Find(metric) is not null && comparer.Compare(cellA, cellB, metric) is (var figures, { } shift))
                    yield return comparer.Decide(figures, shift, shift.P, family: 1);
    }

    private static AaRow Row(AaKind kind, IReadOnlyList<FigureComparison> pairs)
    {
        int Count(Verdict verdict) => pairs.Count(p => p.Verdict == verdict);
        var different = pairs.Count(p => p.P <= VerdictRule.Alpha);
        var chance = different == 0 ? 1 : 1 - MathNet.Numerics.Distributions.Binomial.CDF(VerdictRule.Alpha, pairs.Count, different - 1);
        return new AaRow(
            kind, pairs[0].Target, pairs[0].Function, pairs[0].Metric, pairs.Count,
            Count(Verdict.Worse), Count(Verdict.Better), Count(Verdict.NoDifference), Count(Verdict.Undecided), different, chance,
            Math.Exp(pairs.Average(p => Math.Log(p.Ratio!.Value))));
    }

    private static IEnumerable<AaSpread> Spreads(IReadOnlyList<Summary> summaries, string target)
    {
        var figures = from summary in summaries
                      from cell in summary.Cells
                      where cell.Target == target
                      from metric in SummaryBuilder.Compared(cell.Kind)
                      let blocks = cell.Find(metric)?.ByBlock
                      where blocks is { Count: > 1 } && blocks.Values.All(v => v > 0)
                      select (cell.Function, metric, Logs: (IReadOnlyCollection<double>)[.. blocks.Values.Select(v => Math.Log(v))]);
        foreach (var group in figures.GroupBy(f => (f.Function, f.metric)).Where(g => g.Count() > 1))
        {
            var variances = VarianceComponents.Of([.. group.Select(g => g.Logs)]);
            yield return new AaSpread(target, group.Key.Function, group.Key.metric, Math.Sqrt(variances.Within), Math.Sqrt(variances.Between), variances.Runs);
        }
    }
}
