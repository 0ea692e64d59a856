using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>A trial under way: what its stages work with, and what they hand on.</summary>
internal sealed class TrialWork(Cell cell, ITargetRun run, RunningFunctions functions, double rate, int seed, MeasuringMachine machine, Trial blank)
{
    /// <summary>What it measures.</summary>
    public Cell Cell => cell;

    /// <summary>The started target.</summary>
    public ITargetRun Run => run;

    /// <summary>What is deployed in it.</summary>
    public RunningFunctions Functions => functions;

    /// <summary>The rate of an open loop, requests a second.</summary>
    public double RatePerSecond => rate;

    /// <summary>Arrivals are drawn from it.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>Cores and clock.</summary>
    public MeasuringMachine Machine => machine;

    /// <summary>The load of the measure, or null where it has none.</summary>
    public LoadSpec? Load => cell.Measure switch
    {
        LatencyMeasure latency => latency.Load,
        ThroughputMeasure throughput => throughput.Load,
        _ => null,
    };

    /// <summary>The function; there once it is deployed.</summary>
    public IDeployedFunction Function => functions.Find(cell.Workload) ?? throw new InvalidOperationException("The function is not deployed yet.");

    /// <summary>Where the function is served under load.</summary>
    public ServedFunction Served => Function.Served ?? throw new TargetException($"The target '{cell.Target}' serves no HTTP.");

    /// <summary>What the warm-up showed.</summary>
    public WarmUpSeries WarmUp { get; } = new();

    /// <summary>The row, filled in stage by stage.</summary>
    public Trial Trial { get; set; } = blank;

    /// <summary>What the target held meanwhile, second by second; empty for short loads.</summary>
    public IReadOnlyList<ResourceRow> Resources { get; set; } = [];

    /// <summary>The requests that were measured.</summary>
    public Sample[] Samples { get; set; } = [];

    /// <summary>The load beside the measured one, or null.</summary>
    public ISideLoad<SideLoadResult>? Side => (Load as OpenLoad)?.Slow is { } slow
        ? new SlowClients(new SlowClientPlan { Requests = functions.Requests(cell.Workload), Connections = slow.Connections, BytesPerSecond = slow.BytesPerSecond, Part = slow.Part, Core = machine.Cores.Generator }, machine.Clock)
        : null;

    /// <summary>The measure's load for so long.</summary>
    public LoadPlan Plan(TimeSpan duration) => new()
    {
        Requests = functions.Requests(cell.Workload),
        Connections = Load!.Connections,
        RequestsPerConnection = Load.RequestsPerConnection,
        Duration = duration,
        Core = machine.Cores.Generator,
        Arrivals = (Load as OpenLoad)?.Draw(rate, Random),
        Think = (Load as ClosedLoad)?.Think,
        Seed = Random.Next(),
    };
}
