using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>One function over all levels of a family of measures.</summary>
/// <param name="Name">The family.</param>
/// <param name="Kind">Its kind, lower case.</param>
/// <param name="Function">The function.</param>
/// <param name="Unit">Unit of the levels.</param>
/// <param name="Lines">A target in a start state each, in the order of the tables.</param>
internal sealed record SweepFamily(string Name, string Kind, string Function, string Unit, IReadOnlyList<SweepLine> Lines)
{
    /// <summary>All levels, ascending.</summary>
    public IReadOnlyList<double> Levels { get; } = [.. Lines.SelectMany(l => l.Points.Select(p => p.Level)).Distinct().Order()];

    /// <summary>What is shown over the levels: metrics of the kind that some cell has.</summary>
    public IReadOnlyList<string> Shown => [.. Metrics.MainOf(Kind).Where(m => Lines.Any(l => l.Over(m).Count() > 1))];

    /// <summary>A level with its unit.</summary>
    public string Label(double level) => Quantity.FormatLevel(level, Unit);

    /// <summary>The names of measures that are levels of a family of which at least two were run.</summary>
    public static IReadOnlyDictionary<string, MeasureRecord> Measures(RunEnvironment environment) => environment.Suite.Measures
        .Where(m => m is { Sweep: not null, Level: not null })
        .GroupBy(m => (m.Sweep, m.Kind))
        .Where(g => g.Count() > 1)
        .SelectMany(g => g)
        .ToDictionary(m => m.Name);

    /// <summary>All families of a result.</summary>
    public static IReadOnlyList<SweepFamily> Of(RunEnvironment environment, IReadOnlyList<Cell> cells)
    {
        var measures = Measures(environment);
        return
        [
            .. cells.Where(c => c.Figures.Length > 0 && measures.ContainsKey(c.Measure))
                .GroupBy(c => (measures[c.Measure].Sweep, c.Kind, c.Function))
                .Select(g => new SweepFamily(g.Key.Sweep!, g.Key.Kind, g.Key.Function, measures[g.First().Measure].LevelUnit ?? "",
                    [.. g.GroupBy(c => (c.Target, c.State)).Select(l => new SweepLine(l.Key.Target, l.Key.State, [.. l.Select(c => (measures[c.Measure].Level!.Value, c)).OrderBy(p => p.Value)]))])),
        ];
    }
}

/// <summary>A target in one start state over the levels that it has.</summary>
internal sealed record SweepLine(string Target, string State, IReadOnlyList<(double Level, Cell Cell)> Points)
{
    public string Label => State == Scenarios.StartStates.None ? Target : $"{Target} ({State})";

    /// <summary>Its levels at which a metric has a value above 0 that is not withheld.</summary>
    public IEnumerable<(double Level, Figure Figure)> Over(string metric) =>
        from p in Points let figure = p.Cell.Find(metric) where figure is { Value: > 0, Withheld: false } select (p.Level, figure);
}
