using EvalFaaS.Execution;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.WhatIf;

/// <summary>Runs a recording again under other policies: the same calls at the same times, on a node that never lacks processors or memory.</summary>
public static class WhatIfRun
{
    /// <summary>Runs it under one policy.</summary>
    /// <param name="functions">The functions with their recorded calls.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="seconds">How long the recording is.</param>
    /// <param name="replications">How often: cold starts are drawn, and so is the moment of the node's first turn.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="PolicyException">The policy needs what a recording does not have.</exception>
    public static SimulationResult Run(IReadOnlyList<SimulatedFunction> functions, PolicySpec policy, double seconds, int replications, long seed) => ClusterSimulation.Run(
        new ClusterModel { Nodes = [NodeModel.Boundless], Functions = functions },
        streams => new ClusterPolicies(AsTheNodeDoes(policy.Make<IKeepAlivePolicy>(new PolicySurroundings { Future = new NextArrivalsOfAll(functions, streams, seconds) }), streams), new SpreadPlacement()),
        new RunPlan { Seconds = seconds, Replications = replications, Seed = seed });

    /// <summary>A policy whose decisions are carried out at the node's turns, the first of which is at any moment.</summary>
    public static IKeepAlivePolicy AsTheNodeDoes(IKeepAlivePolicy policy, StreamFamily streams)
    {
        var period = KeepAlive.Period.TotalSeconds;
        return new PeriodicKeepAlive(policy, period, period * streams.Of(StreamPurpose.Policy, -1).Unit());
    }

    /// <summary>Cold starts of the recording itself, without each function's first call.</summary>
    public static int RecordedColdStarts(CallRecording recording) => recording.Calls.GroupBy(c => c.Function).Sum(g => g.Skip(1).Count(c => c.FoundNothingLoaded()));
}
