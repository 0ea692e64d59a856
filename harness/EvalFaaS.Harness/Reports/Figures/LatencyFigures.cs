using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of latency at a rate: from the intended start to the last byte.</summary>
internal sealed class LatencyFigures : IFigureSource
{
    public MeasureKind Kind => MeasureKind.Latency;

    public IReadOnlyList<string> Compared => [Metrics.Median, Metrics.P99ByBlock];

    /// <remarks>A median or mean is held against the median schedule error, everything above against its 99th percentile; both are medians over the blocks.</remarks>
    public IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        double p50 = TypicalOf(cell, t => t.Trial.ScheduleErrorP50Ns), p99 = TypicalOf(cell, t => t.Trial.ScheduleErrorP99Ns);
        return All(cell).Select(figure => Latencies.TryGetValue(figure.Metric, out var tail) ? figure with { Withheld = !ScheduleFidelity.Carries(figure.Value, tail ? p99 : p50) } : figure);
    }

    /// <summary>Metrics that are latencies, and whether they are of the tail.</summary>
    private static readonly Dictionary<string, bool> Latencies = new()
    {
        [Metrics.Median] = false, [Metrics.Mean] = false, [Metrics.P50] = false, [Metrics.P95] = true, [Metrics.P99] = true, [Metrics.P999] = true, [Metrics.P99ByBlock] = true,
    };

    internal static double TypicalOf(CellData cell, Func<TrialData, double?> error)
    {
        var errors = cell.ByBlock(error).Values.Order().ToArray();
        return errors.Length == 0 ? 0 : errors[errors.Length / 2];
    }

    private static IEnumerable<Figure> All(CellData cell) => [.. cell.Values.Count == 0 ? [] : OfAnswers(cell), .. OfBlocks(cell, SideFigures.All)];

    private static IEnumerable<Figure> OfAnswers(CellData cell) =>
    [
        Figure.Blocks(Metrics.Median, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MedianOf), geometric: true),
        Figure.Blocks(Metrics.Mean, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MeanOf), geometric: false),
        Figure.Percentile(Metrics.P50, cell.Values, 0.5),
        Figure.Percentile(Metrics.P95, cell.Values, 0.95),
        Figure.Percentile(Metrics.P99, cell.Values, 0.99),
        Figure.Percentile(Metrics.P999, cell.Values, 0.999),
        .. OfBlocks(cell, Others),
    ];

    private static IEnumerable<Figure> OfBlocks(CellData cell, IEnumerable<(string Metric, string Unit, Func<TrialData, double?> Value)> metrics)
    {
        foreach (var (metric, unit, value) in metrics)
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
        (Metrics.SentPerRequest, Figure.Bytes, TimeFigures.SentPerRequestOf),
        (Metrics.ReceivedPerRequest, Figure.Bytes, TimeFigures.ReceivedPerRequestOf),
    ];
}
