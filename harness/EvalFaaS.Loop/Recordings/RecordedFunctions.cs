using EvalFaaS.Model;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.Recordings;

/// <summary>What a node knows of a function beside its calls.</summary>
/// <param name="MemoryMiB">Memory that it takes while it is loaded, MiB.</param>
/// <param name="LoadSeconds">How long its last load took.</param>
public readonly record struct KeptTraits(double MemoryMiB, double LoadSeconds)
{
    /// <summary>Of a function that the node does not have any more: 1 MiB, 1 ms.</summary>
    public static KeptTraits Unknown => new(1, 1e-3);
}

/// <summary>Makes functions of the simulator of a node's recording: the calls at their times, with the work that they were.</summary>
/// <remarks>
/// A node keeps a function's code, which serves any number of calls at a time: one instance of unlimited concurrency.
/// The work of a call that found its code loaded is what it took; of one that did not, the usual work (the median of those that did), and the rest was its cold start.
/// </remarks>
public static class RecordedFunctions
{
    /// <summary>One for each function of the recording.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="traits">What the node says of a function.</param>
    public static IReadOnlyList<SimulatedFunction> Of(CallRecording recording, Func<string, KeptTraits> traits) =>
        [.. recording.Functions.Select((name, number) => Of(name, recording.Of(number), traits(name)))];

    /// <summary>Whether a call found its code absent from memory, so that it had to be loaded first: N0 to N3.</summary>
    public static bool FoundNothingLoaded(this RecordedCall call) => call.Start <= StartState.ArtefactOnDisk;

    private static SimulatedFunction Of(string name, IReadOnlyList<RecordedCall> calls, KeptTraits traits)
    {
        double[] warm = [.. calls.Where(c => !c.FoundNothingLoaded()).Select(c => c.Duration).Order()];
        double[] cold = [.. calls.Where(c => c.FoundNothingLoaded()).Select(c => c.Duration)];
        double? usual = warm.Length > 0 ? warm[warm.Length / 2] : null;
        double Work(RecordedCall call) => call.FoundNothingLoaded() ? Math.Min(call.Duration, usual ?? Math.Max(0, call.Duration - traits.LoadSeconds)) : call.Duration;
        Law start = usual is { } work && cold.Length > 0 ? EmpiricalLaw.Of(cold.Select(s => Math.Max(0, s - work))) : new ConstantLaw(traits.LoadSeconds);
        var model = new FunctionModel { Name = name, ColdStart = ColdStart.Of(start), MemoryMiB = traits.MemoryMiB, Concurrency = FunctionModel.Unlimited };
        return new SimulatedFunction(model, new RecordedWorkload([.. calls.Select(c => c.At)], [.. calls.Select(Work)]));
    }
}
