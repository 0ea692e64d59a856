using EvalFaaS.Model;

namespace EvalFaaS.Harness.Reports;

/// <summary>Names of the figures of a cell.</summary>
public static class Metrics
{
    /// <summary>Geometric mean over blocks of each block's median, ns.</summary>
    public const string Median = "median_ns";

    /// <summary>Mean over blocks of each block's mean, ns: what adds up.</summary>
    public const string Mean = "mean_ns";

    /// <summary>Geometric mean over blocks of each block's 99th percentile, ns.</summary>
    public const string P99ByBlock = "p99_by_block_ns";

    /// <summary>Median of all samples, ns.</summary>
    public const string P50 = "p50_ns";

    /// <summary>95th percentile of all samples, ns.</summary>
    public const string P95 = "p95_ns";

    /// <summary>99th percentile of all samples, ns.</summary>
    public const string P99 = "p99_ns";

    /// <summary>99.9th percentile of all samples, ns.</summary>
    public const string P999 = "p999_ns";

    /// <summary>Mean time of what no phase explains: transport, client, and a node's own start, ns.</summary>
    public const string Outside = "phase_outside_ns";

    /// <summary>Starts a second, of those that began at the same moment.</summary>
    public const string StartsPerSecond = "starts_per_s";

    /// <summary>Right answers a second.</summary>
    public const string RequestsPerSecond = "requests_per_s";

    /// <summary>Requests a second offered.</summary>
    public const string OfferedPerSecond = "offered_per_s";

    /// <summary>CPU time of the target for each right answer, daemons and children included, ns.</summary>
    public const string CpuPerRequest = "cpu_per_request_ns";

    /// <summary>Bytes of a request as the generator wrote them to its socket, head and body.</summary>
    public const string SentPerRequest = "sent_per_request_bytes";

    /// <summary>Bytes of an answer as it read them.</summary>
    public const string ReceivedPerRequest = "received_per_request_bytes";

    /// <summary>Share of one processor that the load generator used.</summary>
    public const string GeneratorBusy = "generator_busy";

    /// <summary>Median lateness of sending, ns.</summary>
    public const string ScheduleErrorP50 = "schedule_error_p50_ns";

    /// <summary>99th percentile of lateness of sending, ns.</summary>
    public const string ScheduleErrorP99 = "schedule_error_p99_ns";

    /// <summary>Proportional set size for each live instance, bytes.</summary>
    public const string ProportionalPerInstance = "proportional_per_instance_bytes";

    /// <summary>Resident memory for each live instance, bytes.</summary>
    public const string ResidentPerInstance = "resident_per_instance_bytes";

    /// <summary>Functions deployed.</summary>
    public const string Deployed = "deployed";

    /// <summary>Proportional set size that each deployed function added, bytes.</summary>
    public const string ProportionalPerFunction = "proportional_per_function_bytes";

    /// <summary>Resident memory of the target with all that is in it, bytes.</summary>
    public const string ResidentAll = "resident_bytes";

    /// <summary>Threads of the target.</summary>
    public const string Threads = "threads";

    /// <summary>Connections of the load beside the measured one.</summary>
    public const string BesideConnections = "beside_connections";

    /// <summary>Requests of the load beside that were answered rightly.</summary>
    public const string BesideOk = "beside_ok";

    /// <summary>Those answered with another status.</summary>
    public const string BesideRefused = "beside_refused";

    /// <summary>Those answered wrongly.</summary>
    public const string BesideWrong = "beside_wrong";

    /// <summary>Those whose connection was refused or ended by the target.</summary>
    public const string BesideLost = "beside_lost";

    /// <summary>Those not answered in time.</summary>
    public const string BesideTimeout = "beside_timeout";

    /// <summary>Those still under way at the end.</summary>
    public const string BesideCut = "beside_cut";

    /// <summary>Functions deployed a second.</summary>
    public const string DeploysPerSecond = "deploys_per_s";

    /// <summary>Modules loaded meanwhile.</summary>
    public const string Loads = "loads";

    /// <summary>Live instances when memory was read.</summary>
    public const string Instances = "instances";

    /// <summary>What a kind of measure is about: the metrics that are shown over levels and over results.</summary>
    internal static IReadOnlyList<string> MainOf(string kind) => kind switch
    {
        "start" => [Median, StartsPerSecond],
        "latency" => [Median, P99ByBlock, ResidentAll, Threads],
        "throughput" => [RequestsPerSecond, CpuPerRequest],
        "deployed" => [ProportionalPerFunction, Median, DeploysPerSecond],
        _ => [ProportionalPerInstance, ResidentPerInstance],
    };

    /// <summary>What a million invocations would cost by a price sheet.</summary>
    public static string CostBy(string sheet) => $"cost_per_million_{sheet}";

    /// <summary>Mean time that a price sheet charges for an invocation, ns.</summary>
    public static string BilledTimeBy(string sheet) => $"billed_{sheet}_ns";

    /// <summary>Mean time of a phase, ns.</summary>
    public static string OfPhase(Phase phase) => $"phase_{phase.ToString().ToLowerInvariant()}_ns";
}
