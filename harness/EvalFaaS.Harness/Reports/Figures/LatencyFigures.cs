using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of latency at a rate: from the intended start to the last byte.</summary>
internal sealed class LatencyFigures : IFigureSource
{
    public MeasureKind Kind => MeasureKind.Latency;

    public IReadOnlyList<string> Compared => [Metrics.Median, Metrics.P99ByBlock];

    public IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        if (cell.Values.Count == 0) yield break;
        yield return Figure.Blocks(Metrics.Median, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MedianOf), geometric: true);
        yield return Figure.Blocks(Metrics.Mean, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MeanOf), geometric: false);
        yield return Figure.Percentile(Metrics.P50, cell.Values, 0.5);
        yield return Figure.Percentile(Metrics.P95, cell.Values, 0.95);
        yield return Figure.Percentile(Metrics.P99, cell.Values, 0.99);
        yield return Figure.Percentile(Metrics.P999, cell.Values, 0.999);
        foreach (var (metric, unit, value) in Others)
            if (cell.ByBlock(value) is { Count: > 0 } blocks) yield return Figure.Blocks(metric, unit, blocks, geometric: metric == Metrics.P99ByBlock);
    }

    private static IEnumerable<(string Metric, string Unit, Func<TrialData, double?> Value)> Others =>
    [
        (Metrics.P99ByBlock, Figure.Nanoseconds, TimeFigures.P99Of),
        (Metrics.OfferedPerSecond, Figure.PerSecond, t => t.Trial.OfferedPerSecond),
        (Metrics.RequestsPerSecond, Figure.PerSecond, ThroughputFigures.RateOf),
        (Metrics.CpuPerRequest, Figure.Nanoseconds, TimeFigures.CpuPerRequestOf),
        (Metrics.ScheduleErrorP50, Figure.Nanoseconds, t => t.Trial.ScheduleErrorP50Ns),
        (Metrics.ScheduleErrorP99, Figure.Nanoseconds, t => t.Trial.ScheduleErrorP99Ns),
    ];
}
