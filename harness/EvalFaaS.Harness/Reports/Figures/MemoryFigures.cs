using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of memory: what live instances added, divided by their number.</summary>
internal sealed class MemoryFigures : IFigureSource
{
    public MeasureKind Kind => MeasureKind.Memory;

    public IReadOnlyList<string> Compared => [Metrics.ProportionalPerInstance, Metrics.ResidentPerInstance];

    public IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        foreach (var (metric, unit, value) in All)
            if (cell.ByBlock(value) is { Count: > 0 } blocks) yield return Figure.Blocks(metric, unit, blocks, geometric: false);
    }

    private static IEnumerable<(string Metric, string Unit, Func<TrialData, double?> Value)> All =>
    [
        (Metrics.ProportionalPerInstance, Figure.Bytes, t => PerInstance(t, t.Trial.ProportionalBytes, t.Trial.BaselineProportionalBytes)),
        (Metrics.ResidentPerInstance, Figure.Bytes, t => PerInstance(t, t.Trial.ResidentBytes, t.Trial.BaselineResidentBytes)),
        (Metrics.Instances, Figure.One, t => t.Trial.Instances),
    ];

    private static double? PerInstance(TrialData trial, long? bytes, long? baseline) =>
        trial.Trial.Instances is > 0 and var instances && bytes is { } all ? (double)(all - (baseline ?? 0)) / instances : null;
}
