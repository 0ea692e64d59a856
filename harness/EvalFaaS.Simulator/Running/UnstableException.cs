using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Running;

/// <summary>A simulation that would never settle: as much work comes as can be done, or more, and what waits grows for ever.</summary>
/// <param name="message">What is wrong and how to mend it.</param>
public sealed class UnstableException(string message) : Exception(message)
{
    /// <summary>Checks one function with a limit of instances and an unlimited queue.</summary>
    /// <exception cref="UnstableException">It cannot be stable.</exception>
    public static void Check(FunctionModel model, Workload workload)
    {
        if (model.QueueLimit != FunctionModel.Unlimited || model.MaxInstances == FunctionModel.Unlimited || model.Concurrency == FunctionModel.Unlimited || workload.Rate is not { } rate) return;
        var capacity = (double)model.MaxInstances * model.Concurrency;
        var offered = rate * model.Service.Mean;
        if (offered >= capacity)
            throw new UnstableException(FormattableString.Invariant($"'{model.Name}' cannot be stable: {rate:g4} invocations a second of {model.Service.Mean:g4} s each keep {offered:g4} places busy, and {model.MaxInstances} instances with {model.Concurrency} each have {capacity:g4}. Allow more instances, bound the queue, or lower the rate."));
    }
}
