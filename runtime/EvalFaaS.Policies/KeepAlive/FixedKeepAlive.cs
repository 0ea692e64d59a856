namespace EvalFaaS.Policies;

/// <summary>Keeps every idle instance for the same time; under memory pressure the one idle longest goes first.</summary>
public sealed class FixedKeepAlive(FixedKeepAliveOptions options) : IKeepAlivePolicy
{
    private readonly double _window = PolicyOptions.Checked(options).Window;

    /// <inheritdoc/>
    public string Name => "fixed";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle) => KeepDecision.Keep(_window, KeepReason.Fixed, idle.Now);
}
