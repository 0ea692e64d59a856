using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Validation;

/// <summary>Keeps each idle instance for a time drawn from a law. For cases whose exact solution is known.</summary>
internal sealed class RandomKeepAlive(Law window, RandomStream random) : IKeepAlivePolicy
{
    public string Name => "random";

    public void Describe(int function, in FunctionTraits traits)
    {
    }

    public void Arrived(in ArrivalEvent arrival)
    {
    }

    public KeepDecision Idle(in IdleEvent idle) => KeepDecision.Keep(window.Sample(random), KeepReason.Fixed, 0);
}
