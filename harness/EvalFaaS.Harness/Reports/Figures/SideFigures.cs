using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of a load beside the measured one: what the target held meanwhile, and what became of its requests. They stand also where no measured request was answered.</summary>
internal static class SideFigures
{
    public static IReadOnlyList<(string Metric, string Unit, Func<TrialData, double?> Value)> All { get; } =
    [
        (Metrics.ResidentAll, Figure.Bytes, t => t.Trial is { Beside: not null, ResidentBytes: { } bytes } ? bytes : null),
        (Metrics.Threads, Figure.One, t => t.Trial is { Beside: not null, Threads: { } threads } ? threads : null),
        (Metrics.BesideConnections, Figure.One, Of(s => s.Connections)),
        (Metrics.BesideOk, Figure.One, Of(s => s.Ok)),
        (Metrics.BesideRefused, Figure.One, Of(s => s.Refused)),
        (Metrics.BesideWrong, Figure.One, Of(s => s.Wrong)),
        (Metrics.BesideLost, Figure.One, Of(s => s.Lost)),
        (Metrics.BesideTimeout, Figure.One, Of(s => s.Timeout)),
        (Metrics.BesideCut, Figure.One, Of(s => s.Cut)),
    ];

    private static Func<TrialData, double?> Of(Func<SideCounts, long> count) => trial => trial.Trial.Beside is { } beside ? count(beside) : null;
}
