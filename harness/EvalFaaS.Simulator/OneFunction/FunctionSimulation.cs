using EvalFaaS.Policies;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>Simulates one function whose instances have a place whenever they want one, several times over.</summary>
public static class FunctionSimulation
{
    /// <summary>Runs all replications.</summary>
    /// <param name="model">The function.</param>
    /// <param name="workload">Its invocations.</param>
    /// <param name="keepAlive">Makes the policy of a replication, given its streams; policies learn, so that each replication has its own.</param>
    /// <param name="plan">How long and how often.</param>
    /// <param name="watch">Hears how far it is.</param>
    /// <exception cref="UnstableException">More work comes than can be done, and what waits would grow for ever.</exception>
    public static SimulationResult Run(FunctionModel model, Workload workload, Func<StreamFamily, IKeepAlivePolicy> keepAlive, RunPlan plan, RunWatch? watch = null)
    {
        UnstableException.Check(model, workload);
        return new SimulationResult(Replications.Run(plan.Replications, plan.Workers, replication =>
        {
            var streams = new StreamFamily(plan.Seed, replication);
            return new FunctionRun(model, workload, keepAlive(streams), streams, 0, watch ?? RunWatch.None).Run(plan.WarmUp, plan.WarmUp + plan.Seconds);
        }));
    }
}
