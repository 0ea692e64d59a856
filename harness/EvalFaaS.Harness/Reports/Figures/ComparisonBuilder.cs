using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>
/// Forms ratios: only within one measure, function, start state and observation point, each target to the reference (or to the first target of the
/// suite that is in that cell), and besides to a target that runs no function, where there is one; and a target beside a neighbour to itself without one.
/// </summary>
internal static class ComparisonBuilder
{
    public static IEnumerable<Comparison> Build(RunEnvironment environment, IReadOnlyList<Cell> cells, IReadOnlyDictionary<string, IReadOnlyList<string>> compared)
    {
        foreach (var group in cells.Where(c => c.Figures.Length > 0).GroupBy(c => (c.Measure, c.Function, c.Observation)))
        {
            var members = group.ToList();
            foreach (var cell in members.Where(c => c.State != StartStates.None))
                foreach (var reference in ReferencesOf(cell, members, environment))
                    foreach (var comparison in Compare(cell, reference, compared[cell.Kind]))
                        yield return comparison;
        }

        foreach (var cell in cells)
            if (NeighbourFamily.BaselineOf(environment, cell.Measure) is { } alone
                && cells.FirstOrDefault(c => c.Measure == alone && c.Target == cell.Target && c.Function == cell.Function && c.State == cell.State) is { } reference)
                foreach (var comparison in Compare(cell, reference, NeighbourFamily.MetricsOf(cell.Kind)))
                    yield return comparison with { ReferenceMeasure = alone };
    }

    private static IEnumerable<Cell> ReferencesOf(Cell cell, List<Cell> members, RunEnvironment environment)
    {
        var sameState = members.Where(m => m.State == cell.State).ToList();
        var reference = sameState.FirstOrDefault(m => m.Target == environment.Suite.Reference) ?? sameState[0];
        if (reference != cell) yield return reference;
        foreach (var ceiling in members.Where(m => m.State == StartStates.None)) yield return ceiling;
    }

    private static IEnumerable<Comparison> Compare(Cell cell, Cell reference, IReadOnlyList<string> metrics)
    {
        foreach (var metric in metrics)
        {
            if (cell.Find(metric) is not { ByBlock: { } a } figure || reference.Find(metric) is not { ByBlock: { } b } other) continue;
            if (PairedBlocks.Ratio(a, b) is { } ratio) yield return Of(Comparison.Ratio, Figure.One, ratio);
            if (metric == Metrics.CpuPerRequest && PairedBlocks.Difference(a, b) is { } difference) yield return Of(Comparison.Difference, figure.Unit, difference);

            Comparison Of(string form, string unit, Interval interval) => new()
            {
                Form = form,
                Metric = metric,
                Unit = unit,
                Function = cell.Function,
                Measure = cell.Measure,
                Kind = cell.Kind,
                Target = cell.Target,
                State = cell.State,
                Reference = reference.Target,
                ReferenceState = reference.State,
                Observation = cell.Observation,
                Value = Figure.Round(interval.Value),
                Low = Figure.Round(interval.Low!.Value),
                High = Figure.Round(interval.High!.Value),
                Blocks = interval.Count,
                Withheld = figure.Withheld || other.Withheld,
            };
        }
    }
}
