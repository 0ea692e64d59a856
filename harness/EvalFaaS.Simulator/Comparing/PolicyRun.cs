using EvalFaaS.Policies;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Comparing;

/// <summary>Runs many functions under one keep-alive policy. Functions share nothing here, so each is a run of its own, and the runs go over the cores; arrivals and work are the same under each policy, since they come from streams of their own.</summary>
public static class PolicyRun
{
    /// <summary>Runs them.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="policy">Makes a keep-alive policy, given the function's number and the streams of its replication; one a function.</param>
    /// <param name="plan">How long and how often.</param>
    /// <param name="watch">Hears how far it is.</param>
    /// <returns>A tally for each replication, over all functions.</returns>
    /// <exception cref="PolicyException">The policy bounds the memory of all functions together.</exception>
    public static SimulationResult Run(IReadOnlyList<SimulatedFunction> functions, Func<int, StreamFamily, IKeepAlivePolicy> policy, RunPlan plan, RunWatch? watch = null) =>
        new([.. ByFunction(functions, policy, plan, watch).Select(parts => Sum(parts, plan.Seconds))]);

    /// <summary>The same with a tally for each replication and function.</summary>
    /// <exception cref="PolicyException">The policy bounds the memory of all functions together.</exception>
    public static IReadOnlyList<IReadOnlyList<Tally>> ByFunction(IReadOnlyList<SimulatedFunction> functions, Func<int, StreamFamily, IKeepAlivePolicy> policy, RunPlan plan, RunWatch? watch = null)
    {
        foreach (var function in functions) UnstableException.Check(function.Model, function.Workload);
        // The longest first, so that the last ones are short and the cores end together.
        int[] order = [.. Enumerable.Range(0, functions.Count).OrderByDescending(f => functions[f].Workload.ExpectedUntil(plan.End))];
        var parts = Replications.Run(plan.Replications * functions.Count, plan.Workers, number =>
        {
            var (place, replication) = Math.DivRem(number, plan.Replications);
            var function = order[place];
            var streams = new StreamFamily(plan.Seed, replication);
            var keepAlive = policy(function, streams);
            if (double.IsFinite(keepAlive.MemoryBoundMiB))
                throw new PolicyException($"'{keepAlive.Name}' bounds the memory of all functions together, and here they share nothing: simulate nodes, for example with --nodes 1.");
            return new FunctionRun(functions[function].Model, functions[function].Workload, keepAlive, streams, function, watch ?? RunWatch.None).Run(plan.WarmUp, plan.WarmUp + plan.Seconds);
        });
        // In the order of the functions, so that the sums do not depend on which took longest.
        var placeOf = new int[functions.Count];
        for (var place = 0; place < order.Length; place++) placeOf[order[place]] = place;
        return [.. Enumerable.Range(0, plan.Replications).Select(r => (IReadOnlyList<Tally>)[.. placeOf.Select(place => parts[place * plan.Replications + r])])];
    }

    private static Tally Sum(IReadOnlyList<Tally> parts, double seconds)
    {
        var sum = new Tally();
        foreach (var part in parts) sum.Add(part);
        // All functions run over the same time, which counts once.
        sum.Seconds = seconds;
        return sum;
    }
}
