namespace EvalFaaS.Policies;

/// <summary>Makes nothing ready ahead of calls.</summary>
public sealed class NoWarmUp : IWarmUpPolicy
{
    /// <inheritdoc/>
    public string Name => "no-warm-up";

    /// <inheritdoc/>
    public double EverySeconds => double.PositiveInfinity;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
    }

    /// <inheritdoc/>
    public WarmUpDecision Decide(in WarmUpQuestion question) => new(WarmUpAction.None, 0, 0, WarmUpReason.Off);
}
