using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>How metrics and observation points are called in the report.</summary>
internal static class MetricNames
{
    public static string Of(Comparison comparison) => Of(comparison.Kind, comparison.Metric);

    public static string Of(string kind, string metric) => metric switch
    {
        Metrics.Median when kind == "start" => "median time to the first byte",
        Metrics.Median => "median latency",
        Metrics.P99ByBlock => "99th percentile of latency",
        Metrics.StartsPerSecond => "starts a second",
        Metrics.RequestsPerSecond => "requests a second",
        Metrics.CpuPerRequest => "CPU time of a request",
        Metrics.ProportionalPerInstance => "memory of an instance (proportional)",
        Metrics.ResidentPerInstance => "memory of an instance (resident)",
        Metrics.ProportionalPerFunction => "memory of a deployed function",
        Metrics.DeploysPerSecond => "deployments a second",
        Metrics.ResidentAll => "resident memory of the target",
        Metrics.Threads => "threads of the target",
        var other => other,
    };

    public static string Observation(string kind, string observation) => (kind, observation) switch
    {
        ("memory", _) => "the kernel's account",
        (_, TargetRecord.ObservedInProcess) => "in the process",
        ("start", _) => "client, first byte",
        ("deployed", _) => "client, and the kernel's account",
        ("latency", _) => "client, last byte",
        _ => "client",
    };

    public static string States(Comparison comparison) =>
        comparison.State == comparison.ReferenceState ? comparison.State : $"{comparison.State} / {comparison.ReferenceState}";

    public static string State(string state) => state == StartStates.None ? "no sandbox" : $"{state}: {StartStates.Describe(state)}";

    /// <summary>The name of the measure where it says more than its kind.</summary>
    public static string Measure(string kind, string measure) => measure == kind ? "" : $", measure {measure}";
}
