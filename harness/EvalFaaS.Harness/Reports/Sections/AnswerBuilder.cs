using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Answers in a few sentences, made of the figures alone.</summary>
internal static class AnswerBuilder
{
    private const int Sentences = 3;

    /// <summary>The answer: three sentences at most, each of another kind of measure as far as there are several.</summary>
    public static IReadOnlyList<IReadOnlyList<Inline>> Build(RunEnvironment environment, Summary summary) =>
        All(environment, summary) is { Count: > 0 } all ? [.. all.Take(Sentences)] : [["No cell of this run has enough data for an answer; the sections below say what is there."]];

    /// <summary>What else could have stood there.</summary>
    public static IReadOnlyList<IReadOnlyList<Inline>> More(RunEnvironment environment, Summary summary) => [.. All(environment, summary).Skip(Sentences)];

    private static List<IReadOnlyList<Inline>> All(RunEnvironment environment, Summary summary)
    {
        var swept = ReportContext.Families(environment);
        var alone = summary with { Cells = [.. summary.Cells.Where(c => !swept.ContainsKey(c.Measure))] };
        IReadOnlyList<Inline>[][] kinds =
        [
            [.. Published(summary)], [.. Starts(environment, alone)], [.. Throughput(environment, alone)], [.. Latency(alone)], [.. Memory(alone)],
            [.. NeighbourFamily.Of(environment, summary.Cells).Select(f => NeighbourAnswer.Of(summary, f))],
            [.. SweepFamily.Of(environment, summary.Cells).Where(f => f.Shown.Count > 0).Select(f => SweepAnswer.Of(environment, summary, f))],
        ];
        return [.. Enumerable.Range(0, kinds.Max(k => k.Length)).SelectMany(i => kinds.Where(k => i < k.Length).Select(k => k[i]))];
    }

    /// <summary>A sentence as plain words.</summary>
    public static string Plain(IReadOnlyList<Inline> sentence) => string.Concat(sentence.Select(i => i switch
    {
        TextInline text => text.Text,
        FigureInline figure => figure.Text,
        _ => "",
    }));

    private static IEnumerable<IReadOnlyList<Inline>> Published(Summary summary) => summary.Published is { Length: > 0 } pairs && PublishedWords.Compared(pairs).Count > 0 ? [PublishedWords.Summary(pairs)] : [];

    // The two start states in which most targets stand beside each other.
    private static IEnumerable<IReadOnlyList<Inline>> Starts(RunEnvironment environment, Summary summary)
    {
        var measure = summary.Cells.FirstOrDefault(c => c.Kind == "start")?.Measure;
        var groups = summary.Cells
            .Where(c => c.Measure == measure && c.Observation == TargetRecord.ObservedByClient && c.Find(Metrics.Median) is not null)
            .GroupBy(c => (c.Function, c.State))
            .Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => Math.Abs(StartStates.Order(g.Key.State) - StartStates.Order("N3")))
            .Take(2);
        foreach (var group in groups)
        {
            var reference = group.FirstOrDefault(c => c.Target == environment.Suite.Reference) ?? group.First();
            var cells = group.OrderBy(c => c == reference ? 0 : c.Find(Metrics.Median)!.Value).ToList();
            List<Inline> sentence = [$"Started from {group.Key.State} ({StartStates.Describe(group.Key.State)}), {group.Key.Function} answered its first byte after "];
            sentence.AddRange(Join(cells.Select(c => (IEnumerable<Inline>)[Inlines.Value(c, c.Find(Metrics.Median)!), " on " + c.Target])));
            var ratios = summary.Comparisons.Where(r => r.Form == Comparison.Ratio && r.Measure == measure && r.State == group.Key.State && r.Function == group.Key.Function
                && r.Reference == reference.Target && r.Metric == Metrics.Median && r.Observation == reference.Observation).ToList();
            if (ratios.MaxBy(r => r.Value) is { } largest) sentence.AddRange([$" (medians); {largest.Target} took ", .. Inlines.WithEnds(largest), $" the time of {largest.Reference}"]);
            sentence.Add(".");
            yield return sentence;
        }
    }

    private static IEnumerable<IReadOnlyList<Inline>> Throughput(RunEnvironment environment, Summary summary)
    {
        var cells = summary.Cells.Where(c => c.Kind == "throughput" && c.Find(Metrics.RequestsPerSecond) is not null).ToList();
        var reference = cells.FirstOrDefault(c => c.Target == environment.Suite.Reference) ?? cells.FirstOrDefault(c => c.State != StartStates.None);
        if (reference is null) yield break;
        List<Inline> sentence = [$"In a closed loop {reference.Target} ({reference.State}) served {reference.Function} ", Inlines.Value(reference, reference.Find(Metrics.RequestsPerSecond)!)];
        if (reference.Find(Metrics.CpuPerRequest) is { } cpu) sentence.AddRange([" at ", Inlines.Value(reference, cpu), " of CPU time a request"]);
        var comparisons = summary.Comparisons.Where(c => c.Measure == reference.Measure && c.Function == reference.Function && c.Target == reference.Target && c.ReferenceState == StartStates.None).ToList();
        if (comparisons.FirstOrDefault(c => c.Metric == Metrics.RequestsPerSecond) is { } ratio)
            sentence.AddRange([": ", .. Inlines.WithEnds(ratio), $" of the requests a second of {ratio.Reference}, which runs no function"]);
        if (comparisons.FirstOrDefault(c => c.Form == Comparison.Difference) is { } more)
            sentence.AddRange([", with ", .. Inlines.WithEnds(more), " more CPU time a request"]);
        sentence.Add(".");
        yield return sentence;
    }

    private static IEnumerable<IReadOnlyList<Inline>> Latency(Summary summary)
    {
        var cells = summary.Cells.Where(c => c.Kind == "latency" && c.Find(Metrics.P99) is { Withheld: false }).ToList();
        if (cells.Count == 0) yield break;
        var first = cells[0];
        cells = [.. cells.Where(c => c.Measure == first.Measure && c.Function == first.Function)];
        List<Inline> sentence = ["At the same rate"];
        if (first.Find(Metrics.OfferedPerSecond) is { } rate) sentence.AddRange([" (", Inlines.Value(first, rate), ")"]);
        sentence.Add($" 99 % of the {first.Function} requests were answered within ");
        sentence.AddRange(Join(cells.Select(c => (IEnumerable<Inline>)[Inlines.Value(c, c.Find(Metrics.P99)!), $" by {c.Target} ({c.State})"])));
        sentence.Add(".");
        yield return sentence;
    }

    private static IEnumerable<IReadOnlyList<Inline>> Memory(Summary summary)
    {
        var cells = summary.Cells.Where(c => c.Kind == "memory" && MemoryOf(c) is not null).ToList();
        if (cells.Count == 0) yield break;
        yield return
        [
            $"A live instance of {cells[0].Function} takes up ",
            .. Join(cells.Where(c => c.Function == cells[0].Function).Select(c => (IEnumerable<Inline>)[Inlines.Value(c, MemoryOf(c)!), " on " + c.Target])),
            ".",
        ];
    }

    private static Figure? MemoryOf(Cell cell) => cell.Find(Metrics.ProportionalPerInstance) ?? cell.Find(Metrics.ResidentPerInstance);

    private static IEnumerable<Inline> Join(IEnumerable<IEnumerable<Inline>> parts)
    {
        var list = parts.ToList();
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) yield return i == list.Count - 1 ? " and " : ", ";
            foreach (var inline in list[i]) yield return inline;
        }
    }
}
