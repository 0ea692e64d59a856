namespace EvalFaaS.Policies;

/// <summary>Knows the calls to come: keeps an instance if it will be needed again soon enough to pay, and else not at all. No policy that only keeps and unloads does better at the same patience.</summary>
/// <remarks>
/// <para>An instance that becomes idle while k others work is needed again when k + 1 invocations next run at a time, whichever instance takes the last of them: instances are alike. Demand falls apart into levels: the (k + 1)th instance is needed while more than k invocations run, each gap of a level is bridged or not for itself, and bridging pays exactly where the gap is no longer than the patience. A gap of a level lies within a gap of each higher one, so that what is bridged above is bridged below, and the levels' cheapest choices fit together. This is the offline optimum of right-sizing (Lin, Wierman, Andrew and Thereska, IEEE/ACM TON 21(5), 2013) for a cost that is linear in instances.</para>
/// <para>It is exact where instances take one invocation at a time, may be as many as are needed, and start at once; a start that takes time makes calls overlap that otherwise would not. Where instances take several, they are assumed to be filled one after the other.</para>
/// </remarks>
public sealed class OracleKeepAlive(OracleKeepAliveOptions options, INextArrival future) : IKeepAlivePolicy
{
    private const double UsualColdStart = 0.25, UsualMemory = 128;

    // Loaded so much sooner than need be, for times are rounded, and half a rounding late is cold.
    private const double Rounding = 1e-6;
    private readonly OracleKeepAliveOptions _options = PolicyOptions.Checked(options);
    private FunctionState[] _functions = [];

    /// <inheritdoc/>
    public string Name => "oracle";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        // Starts that take no time are still to be avoided: what else would there be to weigh?
        var scale = (traits.ColdStartSeconds > 0 ? traits.ColdStartSeconds / UsualColdStart : 1) * (UsualMemory / traits.MemoryMiB);
        ref var state = ref _functions[function];
        (state.ColdStart, state.Concurrency, state.Patience) = (traits.ColdStartSeconds, traits.Concurrency, _options.Patience * (_options.ByCost ? scale : 1));
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival) => _functions[arrival.Function].Arrivals++;

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle)
    {
        ref readonly var function = ref _functions[idle.Function];
        if (_options.PreWarm && idle is { Running: 0, OtherIdle: 0 }) return JustInTime(idle, function);
        // The others could take so many, were they filled one after the other.
        var room = (idle.Running + function.Concurrency - 1) / function.Concurrency * function.Concurrency;
        var wait = future.Reaches(idle.Function, room + 1, idle.Now, function.Arrivals, idle.Now + function.Patience) - idle.Now;
        // Which of several idle instances takes the next call is not this policy's choice, so that none has a deadline of its own: each is in use within the patience, for then all are.
        return KeepDecision.Keep(wait <= function.Patience ? function.Patience : 0, KeepReason.Known, -wait, wait, function.Patience);
    }

    private KeepDecision JustInTime(in IdleEvent idle, in FunctionState function)
    {
        var wait = Math.Max(0, future.After(idle.Function, idle.Now) - idle.Now);
        // Loaded ahead it waits for as long as loading takes, and no longer.
        var load = Math.Max(0, wait - function.ColdStart - Rounding);
        return double.IsFinite(wait) ? KeepDecision.KeepThenPreWarm(0, load, wait, KeepReason.Known, -wait, wait, function.Patience) : KeepDecision.Keep(0, KeepReason.Known, -wait, wait, function.Patience);
    }

    private struct FunctionState
    {
        public double ColdStart, Patience;
        public int Concurrency;
        public long Arrivals;
    }
}
