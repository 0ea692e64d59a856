using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>Nodes, the functions that they share, and what goes wrong.</summary>
public sealed record ClusterModel
{
    /// <summary>The nodes, at least one.</summary>
    public required IReadOnlyList<NodeModel> Nodes { get; init; }

    /// <summary>The functions, at least one.</summary>
    public required IReadOnlyList<SimulatedFunction> Functions { get; init; }

    /// <summary>The way from the client to an instance, seconds, there and back. Default none.</summary>
    public Law Network { get; init; } = new ConstantLaw(0);

    /// <summary>Failures, and what is tried again. Default none.</summary>
    public FailureModel Failures { get; init; } = new();
}

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cpus">CPUs, which its running invocations share equally, none getting more than one; infinite where they never lack.</param>
/// <param name="MemoryMiB">Memory for instances, MiB; infinite where it never lacks.</param>
/// <param name="ImageMiBPerSecond">How fast images come from the registry, MiB a second, one after the other. Default infinite.</param>
/// <param name="DistanceSeconds">Round trip from where requests come in, seconds. Default 0.</param>
public sealed record NodeModel(string Name, double Cpus, double MemoryMiB, double ImageMiBPerSecond = double.PositiveInfinity, double DistanceSeconds = 0)
{
    /// <summary>A node that never lacks CPUs or memory.</summary>
    public static NodeModel Boundless { get; } = new("node", double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>How fast images come from another node that has them, MiB a second, over the same line one after the other. Default as from the registry.</summary>
    public double? PeerMiBPerSecond { get; init; }

    /// <summary>How fast requests and answers come and go, MiB a second, each as if it were alone. Default infinite.</summary>
    public double PayloadMiBPerSecond { get; init; } = double.PositiveInfinity;
}

/// <summary>What fails, how often, and what is tried again.</summary>
public sealed record FailureModel
{
    /// <summary>Mean time until a node fails, seconds, exponential; all its instances and invocations are lost. Default never.</summary>
    public double NodeMeanUptime { get; init; } = double.PositiveInfinity;

    /// <summary>Mean time until it is back, seconds, exponential; its images are still there. Default 60.</summary>
    public double NodeMeanDowntime { get; init; } = 60;

    /// <summary>The probability that an instance dies during an invocation, at a uniform moment of its work. Default 0.</summary>
    public double CrashProbability { get; init; }

    /// <summary>The probability that a request is lost on its way, which its sender notices when the wait for a retry is over. Default 0.</summary>
    public double LossProbability { get; init; }

    /// <summary>How often a request is tried at most, at least 1. Default 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Seconds before it is tried again, doubled with each try. Default 1.</summary>
    public double RetryDelay { get; init; } = 1;
}

/// <summary>The policies of a run, new and with nothing learnt.</summary>
/// <param name="KeepAlive">What becomes of idle instances.</param>
/// <param name="Placement">Where new ones are made.</param>
/// <param name="Balancer">Makes what chooses the instance that takes a request, one a function; null for the function's own order.</param>
public sealed record ClusterPolicies(IKeepAlivePolicy KeepAlive, IPlacementPolicy Placement, Func<ILoadBalancer>? Balancer = null)
{
    /// <summary>Which requests run, wait or are refused; null where the function's own limits say it.</summary>
    public IAdmissionPolicy? Admission { get; init; }

    /// <summary>How many instances a function has, no fewer and no more; null where each request that finds none makes one.</summary>
    public IScalingPolicy? Scaling { get; init; }

    /// <summary>What is made ready ahead of calls; null for nothing.</summary>
    public IWarmUpPolicy? WarmUp { get; init; }
}
