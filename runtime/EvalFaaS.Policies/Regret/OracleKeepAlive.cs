namespace EvalFaaS.Policies;

/// <summary>Knows when the next call comes: keeps an instance exactly until then where that pays, and not at all where it does not. No policy without the future does better at the same patience.</summary>
public sealed class OracleKeepAlive(OracleKeepAliveOptions options, INextArrival future) : IKeepAlivePolicy
{
    private readonly OracleKeepAliveOptions _options = PolicyOptions.Checked(options);
    private double[] _coldStarts = [];

    /// <inheritdoc/>
    public string Name => "oracle";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _coldStarts, function);
        _coldStarts[function] = traits.ColdStartSeconds;
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle)
    {
        var wait = Math.Max(0, future.After(idle.Function, idle.Now) - idle.Now);
        // Loaded ahead it waits for as long as loading takes, and no longer.
        var load = Math.Max(0, wait - _coldStarts[idle.Function]);
        if (_options.PreWarm && double.IsFinite(wait) && load > 0) return KeepDecision.KeepThenPreWarm(0, load, wait, KeepReason.Known, -wait, wait, _options.Patience);
        return KeepDecision.Keep(wait <= _options.Patience ? wait : 0, KeepReason.Known, -wait, wait, _options.Patience);
    }
}
