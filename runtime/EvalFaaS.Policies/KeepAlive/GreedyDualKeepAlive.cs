namespace EvalFaaS.Policies;

/// <summary>Keeps every idle instance until memory is needed, then evicts the lowest of clock + frequency × cost / size.</summary>
/// <remarks>
/// FaasCache (Fuerst and Sharma, ASPLOS 2021), section 4, equation 1, after Greedy-Dual-Size-Frequency (Cherkasova 1998): the clock is the highest priority evicted so far, which ages what is not used; the frequency counts a function's calls since it last had an instance; the cost is its cold start, the size its memory.
/// A priority is set when an instance becomes idle, and then stays: of one function's instances the one idle longest has the lowest, and goes first.
/// </remarks>
public sealed class GreedyDualKeepAlive(MemoryBoundOptions options) : IKeepAlivePolicy
{
    private FunctionState[] _functions = [];
    private double _clock;

    /// <inheritdoc/>
    public string Name => "greedy-dual";

    /// <inheritdoc/>
    public double MemoryBoundMiB { get; } = PolicyOptions.Checked(options).Memory;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        _functions[function].CostBySize = traits.ColdStartSeconds / traits.MemoryMiB;
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
        ref var function = ref _functions[arrival.Function];
        // Cold with nothing running: all its instances are gone, and with them its count.
        function.Frequency = arrival is { Cold: true, Running: 0 } ? 1 : function.Frequency + 1;
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle)
    {
        ref var function = ref _functions[idle.Function];
        var priority = _clock + function.Frequency * function.CostBySize;
        return KeepDecision.Keep(double.PositiveInfinity, KeepReason.UntilEvicted, priority, priority);
    }

    /// <inheritdoc/>
    public void Evicted(int function, double priority) => _clock = Math.Max(_clock, priority);

    private struct FunctionState
    {
        public double CostBySize;
        public long Frequency;
    }
}
