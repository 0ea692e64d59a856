using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.OneFunction;

/// <summary>Short runs of one function.</summary>
internal static class Runs
{
    public static SimulationResult Of(FunctionModel model, Workload workload, IKeepAlivePolicy policy, double seconds, double warmUp = 0, long seed = 1) =>
        FunctionSimulation.Run(model, workload, _ => policy, new RunPlan { Seconds = seconds, WarmUp = warmUp, Workers = 1, Seed = seed });

    public static FixedKeepAlive Fixed(double window) => new(new FixedKeepAliveOptions { Window = window });

    /// <summary>Calls at these moments that take a second each, and a start that takes two.</summary>
    public static Tally At(double[] times, IKeepAlivePolicy policy, double end, FunctionModel? model = null) =>
        Of(model ?? new FunctionModel { Service = new ConstantLaw(1), ColdStart = ColdStart.Of(new ConstantLaw(2)) }, new RecordedWorkload(times), policy, end).Total;
}
