using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>One function beside each neighbour of a family of measures, and beside none.</summary>
/// <param name="Name">The family.</param>
/// <param name="Kind">Its kind, lower case.</param>
/// <param name="Function">The function.</param>
/// <param name="Lines">A target in a start state each, in the order of the tables.</param>
internal sealed record NeighbourFamily(string Name, string Kind, string Function, IReadOnlyList<NeighbourLine> Lines)
{
    /// <summary>What is shown of the function: its middle and its tail, or how much of it was done.</summary>
    public IReadOnlyList<string> Metrics => MetricsOf(Kind);

    /// <summary>The names of measures that belong to a family of which at least two were run.</summary>
    public static IReadOnlyDictionary<string, MeasureRecord> Measures(RunEnvironment environment) => environment.Suite.Measures
        .Where(m => m is { Sweep: not null, Neighbour: not null })
        .GroupBy(m => (m.Sweep, m.Kind))
        .Where(g => g.Count() > 1)
        .SelectMany(g => g)
        .ToDictionary(m => m.Name);

    /// <summary>The measure without a neighbour in the family of one with, or null.</summary>
    public static string? BaselineOf(RunEnvironment environment, string measure) =>
        Measures(environment) is var all && all.GetValueOrDefault(measure) is { Neighbour: not NeighbourSpec.None } own
            ? all.Values.FirstOrDefault(m => m.Sweep == own.Sweep && m.Kind == own.Kind && m.Neighbour == NeighbourSpec.None)?.Name
            : null;

    /// <summary>All families of a result.</summary>
    public static IReadOnlyList<NeighbourFamily> Of(RunEnvironment environment, IReadOnlyList<Cell> cells)
    {
        var measures = Measures(environment);
        return
        [
            .. cells.Where(c => c.Figures.Length > 0 && measures.ContainsKey(c.Measure))
                .GroupBy(c => (measures[c.Measure].Sweep, c.Kind, c.Function))
                .Select(g => new NeighbourFamily(g.Key.Sweep!, g.Key.Kind, g.Key.Function,
                    [.. g.GroupBy(c => (c.Target, c.State)).Select(l => new NeighbourLine(l.Key.Target, l.Key.State, [.. l.Select(c => (measures[c.Measure].Neighbour!, c))]))])),
        ];
    }

    /// <summary>The metrics of a kind that are shown and compared.</summary>
    public static IReadOnlyList<string> MetricsOf(string kind) => kind == "latency" ? [Reports.Metrics.Median, Reports.Metrics.P99ByBlock] : [Reports.Metrics.RequestsPerSecond];
}

/// <summary>A target in one start state beside each neighbour, in the order of the suite.</summary>
internal sealed record NeighbourLine(string Target, string State, IReadOnlyList<(string Neighbour, Cell Cell)> Cells)
{
    public string Label => State == StartStates.None ? Target : $"{Target} ({State})";
}
