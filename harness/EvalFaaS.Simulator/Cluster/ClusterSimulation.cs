using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>Simulates functions that share nodes, several times over.</summary>
public static class ClusterSimulation
{
    /// <summary>Runs all replications.</summary>
    /// <param name="model">Nodes, functions, failures.</param>
    /// <param name="policies">Makes the policies of a replication, given its streams.</param>
    /// <param name="plan">How long and how often.</param>
    /// <param name="watch">Hears how far it is.</param>
    /// <exception cref="UnstableException">More work comes than the nodes can do.</exception>
    /// <exception cref="ArgumentException">The model makes no sense.</exception>
    public static SimulationResult Run(ClusterModel model, Func<StreamFamily, ClusterPolicies> policies, RunPlan plan, RunWatch? watch = null)
    {
        Check(model);
        return new SimulationResult(Replications.Run(plan.Replications, plan.Workers, replication =>
        {
            var streams = new StreamFamily(plan.Seed, replication);
            return new ClusterRun(model, policies(streams), streams, watch ?? RunWatch.None).Run(plan.WarmUp, plan.WarmUp + plan.Seconds);
        }));
    }

    private static void Check(ClusterModel model)
    {
        if (model.Nodes.Count == 0 || model.Functions.Count == 0) throw new ArgumentException("A cluster needs at least one node and one function.");
        foreach (var node in model.Nodes)
            if (!(node.Cpus > 0) || !(node.MemoryMiB > 0)) throw new ArgumentException($"The node '{node.Name}' needs CPUs and memory above 0.");
        var largest = model.Nodes.Max(n => n.MemoryMiB);
        foreach (var (function, workload) in model.Functions)
        {
            UnstableException.Check(function, workload);
            if (function.MemoryMiB > largest) throw new ArgumentException(FormattableString.Invariant($"'{function.Name}' needs {function.MemoryMiB} MiB, and the largest node has {largest} MiB."));
        }

        CheckCpu(model);
    }

    // Where memory or a bounded queue turns calls away, too much work is refused, not piled up.
    private static void CheckCpu(ClusterModel model)
    {
        var bounded = model.Functions.All(f => f.Model.QueueLimit != FunctionModel.Unlimited && (f.Model.MaxInstances != FunctionModel.Unlimited || model.Nodes.All(n => double.IsFinite(n.MemoryMiB))));
        var cpus = model.Nodes.Sum(n => n.Cpus);
        var offered = model.Functions.Sum(f => (f.Workload.Rate ?? 0) * f.Model.Service.Mean);
        if (!bounded && offered >= cpus)
            throw new UnstableException(FormattableString.Invariant($"The cluster cannot be stable: its functions keep {offered:g4} CPUs busy, and its nodes have {cpus:g4}. Add nodes, bound queues and instances, or lower the rates."));
    }
}
