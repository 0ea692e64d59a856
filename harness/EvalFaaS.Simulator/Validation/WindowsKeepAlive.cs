using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Validation;

/// <summary>Always the same windows: kept, unloaded, loaded again, kept. For cases whose exact solution is known.</summary>
internal sealed class WindowsKeepAlive(double unloadAfter, double preWarmAt, double keepUntil) : IKeepAlivePolicy
{
    public string Name => "windows";

    /// <summary>An instance is never unloaded.</summary>
    public static WindowsKeepAlive Forever => new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);

    public void Describe(int function, in FunctionTraits traits)
    {
    }

    public void Arrived(in ArrivalEvent arrival)
    {
    }

    public KeepDecision Idle(in IdleEvent idle) => KeepDecision.KeepThenPreWarm(unloadAfter, preWarmAt, keepUntil, KeepReason.Fixed, 0);
}
