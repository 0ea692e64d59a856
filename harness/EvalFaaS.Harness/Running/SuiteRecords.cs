using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>What the result says of the suite: each measure in a sentence.</summary>
internal static class SuiteRecords
{
    public static SuiteRecord Of(Suite suite, int seed, Pilot pilot, string ending) => new()
    {
        Name = suite.Name,
        Digest = suite.Digest,
        Questions = suite.Questions,
        Blocks = suite.Blocks,
        Form = suite.Form,
        Ending = ending,
        Disturbance = Describe(suite.Disturbance),
        Stages = [.. TrialRunner.Stages.Select(s => new Setting(s.Name, s.StopRule))],
        Seed = seed,
        Prices = suite.Prices,
        Reference = suite.Reference ?? suite.Targets[0].Name,
        Measures = [.. suite.Measures.Select(m => new MeasureRecord(m.Name, m.Kind.ToString().ToLowerInvariant(), Describe(m, pilot)) { Sweep = m.Level?.Family, Level = Number(m.Level)?.Shown, LevelUnit = Number(m.Level)?.Unit, Neighbour = m.Neighbour?.Name ?? m.Level?.Word })],
    };

    private static SweepLevel? Number(SweepLevel? level) => level is { Word: null } ? level : null;

    private static string Describe(MeasureSpec measure, Pilot pilot) => Describe(measure) is { } beside ? $"{DescribeAlone(measure, pilot)} {beside}" : DescribeAlone(measure, pilot);

    private static string? Describe(MeasureSpec measure) => measure.Neighbour is not { } neighbour ? null : $"Beside it on the same target runs {neighbour.InWords}.";

    private static string DescribeAlone(MeasureSpec measure, Pilot pilot) => measure switch
    {
        StartMeasure { AtOnce: > 1 } storm => $"{storm.AtOnce} starts at the same moment, {storm.Count} times in each trial, each out of the start state named; the time runs from that moment to each one's first byte.",
        StartMeasure start => $"{start.Count} starts in each trial, one after the other, each out of the start state named; one more before them is not recorded, and the target was warmed up by load when it was started.{Padding(start)}",
        LatencyMeasure latency => string.Create(CultureInfo.InvariantCulture,
            $"Open loop, {Rate(latency, pilot)}{Share(latency.Load)}, {latency.Load.ConnectionsInWords}, {latency.Load.Duration.TotalMilliseconds:N0} ms after {latency.Load.WarmUp.TotalMilliseconds:N0} ms of warm-up; latency counts from the intended start to the last byte.{Mixes(latency)}{(latency.Load.Slow is { Connections: > 0 } slow ? " " + slow.InWords : "")}"),
        ThroughputMeasure throughput => string.Create(CultureInfo.InvariantCulture,
            $"Closed loop, {throughput.Load.ConnectionsInWords}, {throughput.Load.Think?.ToString() ?? "no think time"}, {throughput.Load.Duration.TotalMilliseconds:N0} ms after {throughput.Load.WarmUp.TotalMilliseconds:N0} ms of warm-up.{Mixes(throughput)}"),
        DeployedMeasure deployed => $"{deployed.Deployed} functions deployed in one node, each from a module of its own, that nobody calls; then {deployed.Calls} first calls to functions chosen at random, whose code is brought to N3 before.",
        MemoryMeasure memory => $"{memory.Instances} live instances, each of which has answered once; memory is what they add to the process that holds them, or what their own processes take.",
        _ => "",
    };

    private static string Describe(DisturbanceLimits limits) => string.Create(CultureInfo.InvariantCulture,
        $"The machine counts as disturbed during a block when the fixed CPU or memory work took more than {limits.Slowdown:0.##} times as long as before the first block (median of the block's looks), a sleeping thread was woken more than {limits.WakeDelay.TotalMilliseconds:0.##} ms late (90th percentile), or the hypervisor took more than {limits.Steal:0.##%} of the processor time; at most {limits.Repeats} blocks are repeated.");

    private static string Rate(LatencyMeasure measure, Pilot pilot) => measure.Load.Shape is TimestampShape listed
        ? $"requests{listed.InWords} for every target"
        : string.Create(CultureInfo.InvariantCulture, $"{measure.Load.Arrivals.ToString().ToLowerInvariant()} arrivals at {pilot.Rate(measure, measure.Functions[0]):N0} requests a second{measure.Load.Shape.InWords} for every target");

    private static string Mixes(MeasureSpec measure) => string.Concat(measure.Functions.Where(f => !f.Mix.IsEmpty).Select(mix =>
        $" '{mix.Function}' is {string.Join(", ", mix.Mix.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Workload.Label} {p.Weight / mix.Mix.Sum(q => q.Weight):P1}")))}."));

    private static string Padding(StartMeasure start) => start.Functions[0].ModuleBytes is { } bytes
        ? string.Create(CultureInfo.InvariantCulture, $" Modules are padded to {bytes:N0} bytes by functions that are compiled and mapped, and never called.")
        : "";

    private static string Share(OpenLoad load) => load.CapacityFraction is { } fraction
        ? string.Create(CultureInfo.InvariantCulture, $" ({fraction:P0} of what the slowest of them did in a pilot run)")
        : "";
}
