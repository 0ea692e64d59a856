using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>The columns of trials.csv, each with how it is written. New ones are added at the end; none is renamed, moved or removed.</summary>
internal static class TrialColumns
{
    public static ImmutableArray<(string Name, Action<CsvRowWriter, Trial> Write)> All { get; } =
    [
        ("run", (w, t) => w.Field(t.Run)),
        ("block", (w, t) => w.Field(t.Block)),
        ("trial", (w, t) => w.Field(t.Number)),
        ("order", (w, t) => w.Field(t.Order)),
        ("target", (w, t) => w.Field(t.Target)),
        ("function", (w, t) => w.Field(t.Function)),
        ("measure", (w, t) => w.Field(t.Measure)),
        ("kind", (w, t) => w.Field(t.Kind.ToString().ToLowerInvariant())),
        ("state", (w, t) => w.Field(t.State)),
        ("offered_per_s", (w, t) => w.Field(t.OfferedPerSecond)),
        ("connections", (w, t) => w.Field(t.Connections)),
        ("duration_ns", (w, t) => w.Field(t.DurationNs)),
        ("issued", (w, t) => w.Field(t.Issued)),
        ("ok", (w, t) => w.Field(t.Ok)),
        ("failed", (w, t) => w.Field(t.Failed)),
        ("in_wrong_state", (w, t) => w.Field(t.InWrongState)),
        ("cpu_ns", (w, t) => w.Field(t.CpuNs)),
        ("generator_cpu_ns", (w, t) => w.Field(t.GeneratorCpuNs)),
        ("resident_bytes", (w, t) => w.Field(t.ResidentBytes)),
        ("proportional_bytes", (w, t) => w.Field(t.ProportionalBytes)),
        ("baseline_resident_bytes", (w, t) => w.Field(t.BaselineResidentBytes)),
        ("baseline_proportional_bytes", (w, t) => w.Field(t.BaselineProportionalBytes)),
        ("instances", (w, t) => w.Field(t.Instances)),
        ("schedule_error_p50_ns", (w, t) => w.Field(t.ScheduleErrorP50Ns)),
        ("schedule_error_p99_ns", (w, t) => w.Field(t.ScheduleErrorP99Ns)),
        ("schedule_error_max_ns", (w, t) => w.Field(t.ScheduleErrorMaxNs)),
        ("steal_ns", (w, t) => w.Field(t.StealNs)),
        ("loads_before", (w, t) => w.Field(t.LoadsBefore)),
        ("loads_after", (w, t) => w.Field(t.LoadsAfter)),
        ("error", (w, t) => w.Field(t.Error)),
        ("page_faults", (w, t) => w.Field(t.PageFaults)),
        ("major_page_faults", (w, t) => w.Field(t.MajorPageFaults)),
        ("context_switches", (w, t) => w.Field(t.ContextSwitches)),
        ("threads", (w, t) => w.Field(t.Threads)),
        ("beside_connections", (w, t) => w.Field(t.Beside?.Connections)),
        ("beside_ok", (w, t) => w.Field(t.Beside?.Ok)),
        ("beside_refused", (w, t) => w.Field(t.Beside?.Refused)),
        ("beside_wrong", (w, t) => w.Field(t.Beside?.Wrong)),
        ("beside_lost", (w, t) => w.Field(t.Beside?.Lost)),
        ("beside_timeout", (w, t) => w.Field(t.Beside?.Timeout)),
        ("beside_cut", (w, t) => w.Field(t.Beside?.Cut)),
        ("neighbour", (w, t) => w.Field(t.Neighbour?.Name)),
        ("neighbour_ended", (w, t) => w.Field(t.Neighbour?.Ended)),
        ("neighbour_ok", (w, t) => w.Field(t.Neighbour?.Ok)),
        ("neighbour_failed", (w, t) => w.Field(t.Neighbour?.Failed)),
        ("neighbour_failures", (w, t) => w.Field(t.Neighbour?.FailuresText)),
        ("neighbour_restarts", (w, t) => w.Field(t.Neighbour?.Restarts)),
    ];
}
