using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Cluster;

/// <summary>Short runs of small clusters.</summary>
internal static class Clusters
{
    public static NodeModel Endless { get; } = new("node", double.PositiveInfinity, double.PositiveInfinity);

    public static SimulatedFunction At(FunctionModel model, double[] times, double work) => new(model, new RecordedWorkload(times, [.. times.Select(_ => work)]));

    public static Tally Run(ClusterModel model, IKeepAlivePolicy keepAlive, double end, double warmUp = 0, long seed = 1, IPlacementPolicy? placement = null, Func<ILoadBalancer>? balancer = null) =>
        ClusterSimulation.Run(model, _ => new ClusterPolicies(keepAlive, placement ?? new SpreadPlacement(), balancer), new RunPlan { Seconds = end - warmUp, WarmUp = warmUp, Workers = 1, Seed = seed }).Total;
}
