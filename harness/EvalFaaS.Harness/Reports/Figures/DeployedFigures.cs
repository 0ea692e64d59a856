using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of deployed functions that nobody calls: what each takes, how fast they are deployed, how long the first call to one takes.</summary>
internal sealed class DeployedFigures : IFigureSource
{
    public MeasureKind Kind => MeasureKind.Deployed;

    public IReadOnlyList<string> Compared => [Metrics.ProportionalPerFunction, Metrics.Median, Metrics.DeploysPerSecond];

    public IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        foreach (var (metric, unit, value) in All)
            if (cell.ByBlock(value) is { Count: > 0 } blocks) yield return Figure.Blocks(metric, unit, blocks, geometric: false);
        if (cell.Values.Count == 0) yield break;
        yield return Figure.Blocks(Metrics.Median, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MedianOf), geometric: true);
        foreach (var (metric, share) in new[] { (Metrics.P50, 0.5), (Metrics.P95, 0.95), (Metrics.P99, 0.99) }) yield return Figure.Percentile(metric, cell.Values, share);
    }

    private static IEnumerable<(string Metric, string Unit, Func<TrialData, double?> Value)> All =>
    [
        (Metrics.Deployed, Figure.One, t => t.Trial.Instances),
        (Metrics.ProportionalPerFunction, Figure.Bytes, t => PerFunction(t, t.Trial.ProportionalBytes, t.Trial.BaselineProportionalBytes)),
        (Metrics.ResidentAll, Figure.Bytes, t => t.Trial.ResidentBytes),
        (Metrics.DeploysPerSecond, Figure.PerSecond, t => t.Trial is { Instances: { } count, DurationNs: > 0 and var ns } ? count * 1e9 / ns : null),
        (Metrics.Loads, Figure.One, t => t.Trial.LoadsAfter - t.Trial.LoadsBefore),
    ];

    private static double? PerFunction(TrialData trial, long? bytes, long? baseline) =>
        trial.Trial.Instances is > 0 and var count && bytes is { } all ? (double)(all - (baseline ?? 0)) / count : null;
}
