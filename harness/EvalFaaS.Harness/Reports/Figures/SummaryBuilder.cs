using System.Collections.Immutable;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Computes every figure of a result from its raw data.</summary>
internal static class SummaryBuilder
{
    private static readonly ImmutableArray<IFigureSource> Sources = [new StartFigures(), new LatencyFigures(), new ThroughputFigures(), new MemoryFigures(), new DeployedFigures()];

    /// <summary>Metrics on which cells of a kind (lower case) are compared.</summary>
    public static IReadOnlyList<string> Compared(string kind) => Sources.First(s => Name(s.Kind) == kind).Compared;

    public static Summary Build(ResultData data, IReadOnlyList<CellData> raw)
    {
        var cells = CostFigures.Added([.. raw.Select(cell => BuildCell(data, cell))], raw, data.Environment.Suite.Prices);
        var compared = Sources.ToDictionary(s => Name(s.Kind), s => s.Compared);
        return new Summary
        {
            Run = data.Environment.Run,
            Suite = data.Environment.Suite.Name,
            Blocks = data.Trials.Select(t => t.Block).Where(b => !data.Disturbed.Contains(b)).Distinct().Count(),
            Cells = cells,
            Comparisons = [.. ComparisonBuilder.Build(data.Environment, cells, compared)],
            Published = PublishedPairs.Build(data, cells),
            WithDisturbed = data.Disturbed.Count == 0
                ? null
                : [.. ComparisonBuilder.Build(data.Environment, [.. CellDataReader.Read(data, disturbed: true).Select(cell => BuildCell(data, cell))], compared).Select(c => c with { WithDisturbed = true })],
        };
    }

    private static Cell BuildCell(ResultData data, CellData raw)
    {
        var target = data.Environment.Targets.FirstOrDefault(t => t.Name == raw.Target);
        return new Cell
        {
            Target = raw.Target,
            Function = raw.Function,
            Measure = raw.Measure,
            Kind = Name(raw.Kind),
            State = raw.State,
            Observation = target?.Observation ?? TargetRecord.ObservedByClient,
            Trials = raw.Trials.Count,
            TrialsFailed = raw.Trials.Count(t => t.Trial.Error is not null),
            Issued = raw.Trials.Sum(t => t.Trial.Issued),
            Ok = raw.Trials.Sum(t => t.Trial.Ok),
            Failed = raw.Trials.Sum(t => t.Trial.Failed),
            InWrongState = raw.Trials.Sum(t => t.Trial.InWrongState),
            Figures = [.. Sources.First(s => s.Kind == raw.Kind).Compute(raw, data.Samples)],
        };
    }

    private static string Name(Scenarios.MeasureKind kind) => kind.ToString().ToLowerInvariant();
}
