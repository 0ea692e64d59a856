using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>What a sweep answers, in a sentence: how far the reference goes, and what is farthest from it at the last level.</summary>
internal static class SweepAnswer
{
    public static IReadOnlyList<Inline> Of(RunEnvironment environment, Summary summary, SweepFamily family)
    {
        var metric = family.Shown[0];
        var lines = family.Lines.Where(l => l.Over(metric).Count() > 1).ToList();
        var line = lines.FirstOrDefault(l => l.Target == environment.Suite.Reference) ?? lines[0];
        var points = line.Points.Where(p => p.Cell.Find(metric) is { Value: > 0, Withheld: false }).ToList();
        var (first, last) = (points[0], points[^1]);
        List<Inline> sentence =
        [
            $"From {family.Label(first.Level)} to {family.Label(last.Level)} the {MetricNames.Of(family.Kind, metric)} of {family.Function} on {line.Label} went from ",
            Inlines.Value(first.Cell, first.Cell.Find(metric)!), " to ", Inlines.Value(last.Cell, last.Cell.Find(metric)!),
        ];
        var far = summary.Comparisons.Where(c => c is { Form: Comparison.Ratio, Withheld: false } && c.Measure == last.Cell.Measure && c.Function == family.Function && c.Metric == metric && c.Reference == line.Target).MaxBy(c => Math.Abs(Math.Log(c.Value)));
        if (far is not null) sentence.AddRange([$"; at the last level {far.Target} ({far.State}) had ", .. Inlines.WithEnds(far), $" of {far.Reference}"]);
        sentence.Add(".");
        return sentence;
    }
}
