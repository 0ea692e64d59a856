using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of a closed loop: right answers a second, and the CPU time that each took.</summary>
internal sealed class ThroughputFigures : IFigureSource
{
    public MeasureKind Kind => MeasureKind.Throughput;

    public IReadOnlyList<string> Compared => [Metrics.RequestsPerSecond, Metrics.CpuPerRequest];

    public IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        if (cell.ByBlock(RateOf) is not { Count: > 0 } rates) yield break;
        yield return Figure.Blocks(Metrics.RequestsPerSecond, Figure.PerSecond, rates, geometric: false);
        if (cell.ByBlock(TimeFigures.CpuPerRequestOf) is { Count: > 0 } cpu)
            yield return Figure.Blocks(Metrics.CpuPerRequest, Figure.Nanoseconds, cpu, geometric: false);
        if (cell.ByBlock(GeneratorBusyOf) is { Count: > 0 } busy)
            yield return Figure.Blocks(Metrics.GeneratorBusy, Figure.One, busy, geometric: false);
        if (cell.ByBlock(TimeFigures.SentPerRequestOf) is { Count: > 0 } sent)
            yield return Figure.Blocks(Metrics.SentPerRequest, Figure.Bytes, sent, geometric: false);
        if (cell.ByBlock(TimeFigures.ReceivedPerRequestOf) is { Count: > 0 } received)
            yield return Figure.Blocks(Metrics.ReceivedPerRequest, Figure.Bytes, received, geometric: false);
    }

    /// <summary>Right answers a second of one trial.</summary>
    public static double? RateOf(TrialData trial) => trial.Trial is { DurationNs: > 0, Ok: > 0 } t ? t.Ok * 1e9 / t.DurationNs : null;

    private static double? GeneratorBusyOf(TrialData trial) => trial.Trial is { DurationNs: > 0, GeneratorCpuNs: { } cpu } t ? (double)cpu / t.DurationNs : null;
}
