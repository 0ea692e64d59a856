namespace EvalFaaS.Policies;

/// <summary>Keeps nothing: each invocation gets a fresh instance.</summary>
public sealed class NoKeepAlive : IKeepAlivePolicy
{
    /// <inheritdoc/>
    public string Name => "none";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle) => KeepDecision.Fresh;
}
