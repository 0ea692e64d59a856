using System.Collections.Immutable;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Statistics;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Comparing;

/// <summary>Compares two results: two commits, two machines, or two targets of one run.</summary>
public static class ResultComparer
{
    /// <summary>Compares them; all figures come from the raw data.</summary>
    /// <param name="a">Folder of the result that is compared with.</param>
    /// <param name="b">Folder of the result that is judged.</param>
    /// <param name="options">The margin, metrics and targets.</param>
    /// <exception cref="CompareException">They have nothing to compare, or a name is unknown; the message says which.</exception>
    /// <exception cref="InvalidDataException">A result cannot be read, or is from a later version.</exception>
    public static ResultComparison Compare(string a, string b, CompareOptions options)
    {
        var (dataA, dataB) = (ResultData.Read(a), ResultData.Read(b));
        var sameRun = dataA.Environment.Run == dataB.Environment.Run;
        if (sameRun && options.Targets is null) throw new CompareException("Both are the same run. Name two of its targets with --targets a,b.");
        var pairs = CellPairs.Of(SummaryOf(dataA), SummaryOf(dataB), options.Targets);
        var comparer = new FigureComparer(paired: sameRun, options.Margin);
        var found = (from pair in pairs.Common from metric in MetricsOf(pair.A, pair.B, options.Metrics) select comparer.Compare(pair.A, pair.B, metric)).ToList();
        if (found.Count == 0) throw NothingToCompare(pairs, options.Metrics);
        var comparisons = Decide(comparer, found);
        return new ResultComparison(
            Describe(a, dataA), Describe(b, dataB), options.Margin.Share, Overall(comparisons), comparisons,
            [.. pairs.OnlyInA.Select(c => c.Id)], [.. pairs.OnlyInB.Select(c => c.Id)],
            [.. ComparisonWarnings.Of(dataA.Environment, dataB.Environment), .. pairs.Common.SelectMany(p => ComparisonWarnings.Of(p.A, p.B))]);
    }

    private static Summary SummaryOf(ResultData data) => SummaryBuilder.Build(data, CellDataReader.Read(data));

    private static IEnumerable<string> MetricsOf(Cell a, Cell b, ImmutableArray<string> asked) =>
        (asked.IsEmpty ? SummaryBuilder.Compared(a.Kind) : asked).Where(metric => (a.Find(metric) ?? b.Find(metric)) is { Basis: Figure.FromBlocks });

    private static ImmutableArray<FigureComparison> Decide(FigureComparer comparer, List<(FigureComparison Figures, LogShift? Shift)> found)
    {
        var family = found.Where(f => f.Shift is not null).ToList();
        var adjusted = new Queue<double>(Family.Holm([.. family.Select(f => f.Shift!.Value.P)]));
        return [.. found.Select(f => f.Shift is { } shift ? comparer.Decide(f.Figures, shift, adjusted.Dequeue(), family.Count) : f.Figures)];
    }

    private static Verdict Overall(ImmutableArray<FigureComparison> comparisons)
    {
        foreach (var verdict in new[] { Verdict.Worse, Verdict.Undecided, Verdict.Better })
            if (comparisons.Any(c => c.Verdict == verdict)) return verdict;
        return Verdict.NoDifference;
    }

    private static CompareException NothingToCompare(CellPairs pairs, ImmutableArray<string> asked)
    {
        var known = pairs.Common.SelectMany(p => p.A.Figures.Concat(p.B.Figures)).Where(f => f.Basis == Figure.FromBlocks).Select(f => f.Metric).Distinct().Order(StringComparer.Ordinal).ToArray();
        return asked.IsEmpty
            ? new CompareException("No cell that both results have holds a figure: every trial failed.")
            : new CompareException($"No cell has block values of the metric '{string.Join(", ", asked)}'.{NearestName.Suggestion(asked[0], known)} There are: {string.Join(", ", known)}.");
    }

    private static ComparedResult Describe(string folder, ResultData data) =>
        new(folder, data.Environment.Run, data.Environment.Suite.Name, data.Environment.Version, data.Environment.Machine.Cpu);
}
