namespace EvalFaaS.Harness.Reports;

/// <summary>What a family of neighbours answers, in a sentence: what the worst one did to the function on each target.</summary>
internal static class NeighbourAnswer
{
    public static IReadOnlyList<Inline> Of(Summary summary, NeighbourFamily family)
    {
        var metric = family.Metrics[^1];
        var worst = family.Lines.Select(l => (Line: l, Ratio: Worst(summary, l, metric))).Where(w => w.Ratio is not null).OrderBy(w => Badness(metric, w.Ratio!.Value)).ToList();
        if (worst.Count == 0) return [$"Too few blocks were run to say what a neighbour changes for {family.Function}; the section on neighbours has its figures."];
        List<Inline> sentence = [$"Beside its worst neighbour the {MetricNames.Of(family.Kind, metric)} of {family.Function} was, of what it is without one, "];
        for (var i = 0; i < worst.Count; i++)
        {
            if (i > 0) sentence.Add(i == worst.Count - 1 ? " and " : ", ");
            var (line, ratio) = worst[i];
            sentence.AddRange([.. Inlines.WithEnds(ratio!), $" on {line.Label} ({line.Cells.First(c => c.Cell.Measure == ratio!.Measure).Neighbour})"]);
        }

        sentence.Add(".");
        return sentence;
    }

    private static Comparison? Worst(Summary summary, NeighbourLine line, string metric) =>
        line.Cells.Select(c => NeighbourRatio.Find(summary, c.Cell, metric)).OfType<Comparison>().MaxBy(r => Badness(metric, r.Value));

    // More time is worse, and so is less done.
    private static double Badness(string metric, double ratio) => metric == Metrics.RequestsPerSecond ? 1 / ratio : ratio;
}
