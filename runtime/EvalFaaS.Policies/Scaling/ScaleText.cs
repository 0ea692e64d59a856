using System.Globalization;
using static System.FormattableString;

namespace EvalFaaS.Policies;

/// <summary>Puts a scale decision into a sentence.</summary>
internal static class ScaleText
{
    private static readonly (ScaleBound Bound, string Text)[] Bounds =
    [
        (ScaleBound.Minimum, "not below the minimum"), (ScaleBound.Maximum, "not above the maximum"),
        (ScaleBound.RateUp, "not up faster than the rate limit"), (ScaleBound.RateDown, "not down faster than the rate limit"),
        (ScaleBound.Delay, "down only after the delay"), (ScaleBound.Grace, "not to zero before the grace period ends"),
        (ScaleBound.NotToZero, "not to zero, which is off"), (ScaleBound.Initial, "not below the initial scale before it was reached"),
    ];

    public static string Of(ScaleDecision d)
    {
        var bounds = string.Concat(Bounds.Where(b => d.Bounds.HasFlag(b.Bound)).Select(b => $"; {b.Text}"));
        return string.Create(CultureInfo.InvariantCulture, $"{d.Ready} ready, {d.Target} from now on: {Why(d)}, which asks for {d.Wanted}{bounds}.");
    }

    private static string Why(ScaleDecision d) => d.Reason switch
    {
        ScaleReason.NoData => "no load has been seen yet",
        ScaleReason.Stable => Invariant($"the stable window averages {d.A:G4} against {d.B:G4} for one instance"),
        ScaleReason.Panic => Invariant($"the panic window averages {d.A:G4} against {d.B:G4} for one instance"),
        ScaleReason.PanicHeld => Invariant($"panic goes on and never scales down, its window averages {d.A:G4} against {d.B:G4} for one instance"),
        ScaleReason.Queue => Invariant($"the queue stands at {d.A:G4} against {d.B:G4} for one instance"),
        ScaleReason.Cpu => Invariant($"CPU is at {d.A:P0} against {d.B:P0}"),
        ScaleReason.Memory => Invariant($"memory is at {d.A:P0} against {d.B:P0}"),
        ScaleReason.WithinTolerance => Invariant($"the load is {d.A:G4} of the target, within {d.B:G4} of it"),
        ScaleReason.Forecast => Invariant($"the forecast goes up to {d.A:G4} calls a second against {d.B:G4} for one instance"),
        _ => d.Reason.ToString(),
    };
}
