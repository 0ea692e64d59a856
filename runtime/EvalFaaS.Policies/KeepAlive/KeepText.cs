using static System.FormattableString;

namespace EvalFaaS.Policies;

/// <summary>Puts a keep-alive decision into a sentence.</summary>
internal static class KeepText
{
    public static string Of(in KeepDecision d) => $"{What(d)}: {Why(d)}.";

    private static string What(in KeepDecision d) => d switch
    {
        { HasPreWarm: true, UnloadAfter: 0 } => $"unload now, load again after {Seconds(d.PreWarmAt)}, keep until {Seconds(d.KeepUntil)}",
        { HasPreWarm: true } => $"keep for {Seconds(d.UnloadAfter)}, load again after {Seconds(d.PreWarmAt)}, keep until {Seconds(d.KeepUntil)}",
        { UnloadAfter: 0 } => "unload now",
        { UnloadAfter: double.PositiveInfinity } => "keep until evicted",
        _ => $"keep for {Seconds(d.UnloadAfter)}",
    };

    private static string Why(in KeepDecision d) => d.Reason switch
    {
        KeepReason.Fresh => "each call gets a fresh instance",
        KeepReason.Fixed => "the window is the same for all",
        KeepReason.UntilEvicted => Invariant($"eviction takes the lowest priority first, and this one has {d.A:G4}"),
        KeepReason.Histogram => $"its idle times lie between {Seconds(d.A)} and {Seconds(d.B)}",
        KeepReason.NotRepresentative => Invariant($"{d.A:F0} idle times, coefficient of variation {d.B:F2}, show no pattern yet"),
        KeepReason.TimeSeries => Invariant($"{d.B:P0} of its idle times lie beyond the histogram, and the time series expects {Seconds(d.A)}"),
        KeepReason.CallExpected => Invariant($"a call comes with probability {d.A:F3}, and keeping pays from {d.B:F3}"),
        KeepReason.NoCallExpected => Invariant($"a call comes with probability {d.A:F3} only, and keeping pays from {d.B:F3}"),
        KeepReason.Known => $"the next call comes after {Seconds(d.A)}, and waiting pays up to {Seconds(d.B)}",
        _ => d.Reason.ToString(),
    };

    private static string Seconds(double seconds) => Invariant($"{seconds:0.###} s");
}
