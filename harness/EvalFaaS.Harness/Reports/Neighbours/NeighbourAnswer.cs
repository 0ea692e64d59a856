namespace EvalFaaS.Harness.Reports;

/// <summary>What a family of neighbours answers, in a sentence: what the worst one did to the function on each target.</summary>
internal static class NeighbourAnswer
{
    public static IReadOnlyList<Inline> Of(Summary summary, NeighbourFamily family)
    {
        // The tail, where the generator's own lateness does not hide it.
        var metric = family.Metrics.LastOrDefault(m => family.Lines.Any(l => Worst(summary, l, m) is not null));
        if (metric is null) return [$"What a neighbour changes for {family.Function} cannot be told: too few blocks were run, or the generator’s own lateness hides it."];
        var worst = family.Lines.Select(l => (Line: l, Ratio: Worst(summary, l, metric))).Where(w => w.Ratio is not null).OrderBy(w => Badness(metric, w.Ratio!.Value)).ToList();
        List<Inline> sentence = [$"Beside its worst neighbour, compared with none, the {MetricNames.Of(family.Kind, metric)} of {family.Function} became "];
        for (var i = 0; i < worst.Count; i++)
        {
            if (i > 0) sentence.Add(i == worst.Count - 1 ? " and " : ", ");
            var (line, ratio) = worst[i];
            sentence.AddRange([.. Inlines.WithEnds(ratio!), $" on {line.Target} ({line.State}, {line.Cells.First(c => c.Cell.Measure == ratio!.Measure).Neighbour})"]);
        }

        sentence.Add(".");
        return sentence;
    }

    private static Comparison? Worst(Summary summary, NeighbourLine line, string metric) =>
        line.Cells.Select(c => NeighbourRatio.Find(summary, c.Cell, metric)).OfType<Comparison>().MaxBy(r => Badness(metric, r.Value));

    // More time is worse, and so is less done.
    private static double Badness(string metric, double ratio) => metric == Metrics.RequestsPerSecond ? 1 / ratio : ratio;
}
