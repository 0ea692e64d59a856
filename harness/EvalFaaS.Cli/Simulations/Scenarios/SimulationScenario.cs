using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>What is simulated: functions, where they run, under which policies, how long and how often.</summary>
internal sealed record SimulationScenario
{
    /// <summary>In words.</summary>
    public required string Name { get; init; }

    /// <summary>The functions and their calls.</summary>
    public required IReadOnlyList<SimulatedFunction> Functions { get; init; }

    /// <summary>Where they run; null where each finds all the room it wants.</summary>
    public ClusterModel? Cluster { get; init; }

    /// <summary>The sets of policies that are compared, at least one.</summary>
    public required IReadOnlyList<PolicySet> Policies { get; init; }

    /// <summary>What forecast-driven policies go by; null where there is none.</summary>
    public IForecast? Forecast { get; init; }

    /// <summary>How long and how often.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>What it would cost; null where no sheet is named.</summary>
    public PriceSheet? Prices { get; init; }

    /// <summary>Invocations of all replications under one set of policies, as far as they are known beforehand.</summary>
    public double ExpectedInvocations => Functions.Sum(f => f.Workload.ExpectedUntil(Plan.End)) * Plan.Replications;
}

/// <summary>Policies that act together.</summary>
/// <param name="Name">What the set is called in tables.</param>
/// <param name="KeepAlive">What becomes of idle instances.</param>
internal sealed record PolicySet(string Name, PolicySpec KeepAlive)
{
    /// <summary>On which node instances are made.</summary>
    public PolicySpec? Placement { get; init; }

    /// <summary>Which instance takes a request.</summary>
    public PolicySpec? Balancing { get; init; }

    /// <summary>Which requests run, wait or are refused.</summary>
    public PolicySpec? Admission { get; init; }

    /// <summary>How many instances a function has.</summary>
    public PolicySpec? Scaling { get; init; }

    /// <summary>What is made ready ahead of calls.</summary>
    public PolicySpec? WarmUp { get; init; }

    /// <summary>Whether one of them goes by a forecast.</summary>
    public bool NeedsForecast => new[] { KeepAlive, Scaling, WarmUp }.Any(p => p?.Entry.Name.StartsWith("forecast", StringComparison.Ordinal) == true);

    /// <summary>A keep-alive policy alone, called as it was written.</summary>
    public static PolicySet Of(PolicySpec keepAlive) => new(keepAlive.Text, keepAlive);

    /// <summary>The policies, new and with nothing learnt.</summary>
    public ClusterPolicies Make(PolicySurroundings surroundings) => new(
        KeepAlive.Make<IKeepAlivePolicy>(surroundings),
        Placement?.Make<IPlacementPolicy>(surroundings) ?? new SpreadPlacement(),
        Balancing is { } balancing ? () => balancing.Make<ILoadBalancer>(surroundings) : null)
    {
        Admission = Admission?.Make<IAdmissionPolicy>(surroundings),
        Scaling = Scaling?.Make<IScalingPolicy>(surroundings),
        WarmUp = WarmUp?.Make<IWarmUpPolicy>(surroundings),
    };
}
