namespace EvalFaaS.Policies;

/// <summary>Keeps every idle instance until memory is needed; the one used longest ago goes first.</summary>
public sealed class LruKeepAlive(MemoryBoundOptions options) : IKeepAlivePolicy
{
    /// <inheritdoc/>
    public string Name => "lru";

    /// <inheritdoc/>
    public double MemoryBoundMiB { get; } = PolicyOptions.Checked(options).Memory;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle) => KeepDecision.Keep(double.PositiveInfinity, KeepReason.UntilEvicted, idle.Now, idle.Now);
}
