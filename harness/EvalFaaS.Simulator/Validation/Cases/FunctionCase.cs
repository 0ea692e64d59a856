using EvalFaaS.Policies;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Validation.Cases;

/// <summary>A case of one function.</summary>
/// <param name="name">Its name in the table.</param>
/// <param name="model">The function.</param>
/// <param name="workload">Its invocations.</param>
/// <param name="keepAlive">The keep-alive of a replication.</param>
/// <param name="known">What is known exactly.</param>
internal sealed class FunctionCase(string name, FunctionModel model, Workload workload, Func<StreamFamily, IKeepAlivePolicy> keepAlive, params Known[] known) : IValidationCase
{
    private const int Replications = 40;
    private const double InvocationsEach = 50_000;

    public string Name => name;

    public CaseOutcome Run(double scale, int workers, long seed)
    {
        var seconds = InvocationsEach * scale / workload.Rate!.Value;
        var plan = new RunPlan { Seconds = seconds, WarmUp = seconds / 10, Replications = Replications, Workers = workers, Seed = seed };
        var result = FunctionSimulation.Run(model, workload, keepAlive, plan);
        return new CaseOutcome([.. known.Select(k => ValidationRow.Of(name, k.Quantity, k.Source, result.Estimate(k.Figure), k.Expected))], result);
    }
}

/// <summary>A quantity that is known exactly.</summary>
/// <param name="Quantity">Its name.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Figure">How it is read off a run.</param>
/// <param name="Expected">Its value.</param>
internal sealed record Known(string Quantity, string Source, Func<Tally, double> Figure, double Expected);
