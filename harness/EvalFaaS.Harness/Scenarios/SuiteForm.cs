using System.Collections.Immutable;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>A smaller form of a suite: what it leaves out, and what it does at most.</summary>
public sealed record SuiteForm
{
    /// <summary>Its name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>Blocks at most.</summary>
    public required int Blocks { get; init; }

    /// <summary>Targets that stay; empty: all.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Measures and families of measures that stay; empty: all.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];

    /// <summary>Functions that stay; empty: all.</summary>
    public ImmutableArray<string> Functions { get; init; } = [];

    /// <summary>Starts in a trial at most.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>Live instances, starts at once, deployed functions and slow clients at most; larger levels of a sweep are left out.</summary>
    public int Instances { get; init; } = int.MaxValue;

    /// <summary>Bytes that a module is padded to at most; larger levels of a sweep are left out.</summary>
    public int ModuleBytes { get; init; } = int.MaxValue;

    /// <summary>Length of a load at most.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.MaxValue;

    /// <summary>Warm-up at most, that of the pilot too.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.MaxValue;

    /// <summary>Time at most until a load must be steady.</summary>
    public TimeSpan SteadyLimit { get; init; } = TimeSpan.MaxValue;

    /// <summary>The form by which a suite is tried out: everything once, in seconds. It shows that the suite works and says nothing about the targets.</summary>
    public static SuiteForm Smoke { get; } = new()
    {
        Name = "smoke",
        Blocks = 1,
        Count = 2,
        Instances = 10,
        ModuleBytes = 100_000,
        Duration = TimeSpan.FromMilliseconds(100),
        WarmUp = TimeSpan.FromMilliseconds(20),
        SteadyLimit = TimeSpan.Zero,
    };

    /// <summary>The form for a first look, about two minutes: the fewest blocks that carry a comparison, short loads.</summary>
    public static SuiteForm Quick { get; } = new()
    {
        Name = "quick",
        Blocks = Suite.MinimumBlocks,
        Count = 5,
        Instances = 1000,
        ModuleBytes = 1_000_000,
        Duration = TimeSpan.FromMilliseconds(400),
        WarmUp = TimeSpan.FromMilliseconds(700),
        SteadyLimit = TimeSpan.FromMilliseconds(500),
    };

    /// <summary>The suite in this form.</summary>
    public Suite Of(Suite suite) => suite with
    {
        Form = Name,
        Blocks = Math.Min(Blocks, suite.Blocks),
        More = null,
        Budget = null,
        PilotWarmUp = Shorter(suite.PilotWarmUp, WarmUp),
        Targets = Targets.IsEmpty ? suite.Targets : [.. suite.Targets.Where(t => Targets.Contains(t.Name))],
        Reference = suite.Reference is { } reference && !Targets.IsEmpty && !Targets.Contains(reference) ? null : suite.Reference,
        Measures = [.. suite.Measures.Where(Stays).Select(Smaller).Where(m => m is { Functions.Length: > 0, Targets.Length: > 0 })],
    };

    private bool Stays(MeasureSpec measure) =>
        (Measures.IsEmpty || Measures.Contains(measure.Name) || (measure.Level is { } level && Measures.Contains(level.Family)))
        && (measure.Level is not { Key: "instances" or "at_once" or "deployed" or "slow_clients" } size || size.Value <= Instances)
        && (measure.Level is not { Key: "module_bytes" } bytes || bytes.Value <= ModuleBytes);

    private MeasureSpec Smaller(MeasureSpec measure)
    {
        measure = measure with
        {
            Functions = Functions.IsEmpty ? measure.Functions : [.. measure.Functions.Where(f => Functions.Contains(f.Label) || Functions.Contains(f.Function))],
            Targets = Targets.IsEmpty ? measure.Targets : [.. measure.Targets.Where(Targets.Contains)],
        };
        return measure switch
        {
            StartMeasure start => start with { Count = Math.Min(start.Count, Count), AtOnce = Math.Min(start.AtOnce, Instances), WarmUp = Shorter(start.WarmUp, WarmUp) },
            LatencyMeasure latency => latency with { Load = Smaller(latency.Load) },
            ThroughputMeasure throughput => throughput with { Load = (ClosedLoad)Shorter(throughput.Load) },
            MemoryMeasure memory => memory with { Instances = Math.Min(memory.Instances, Instances) },
            DeployedMeasure deployed => deployed with { Deployed = Math.Min(deployed.Deployed, Instances), Calls = Math.Min(deployed.Calls, Count) },
            _ => measure,
        };
    }

    private OpenLoad Smaller(OpenLoad load) => (OpenLoad)Shorter(load) with { Slow = load.Slow is { } slow ? slow with { Connections = Math.Min(slow.Connections, Instances) } : null };

    private LoadSpec Shorter(LoadSpec load) => load with { Duration = Shorter(load.Duration, Duration), WarmUp = Shorter(load.WarmUp, WarmUp), SteadyLimit = Shorter(load.SteadyLimit, SteadyLimit) };

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
