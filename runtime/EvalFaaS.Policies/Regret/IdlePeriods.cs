namespace EvalFaaS.Policies;

/// <summary>Follows one policy's decisions through each function's idle times, and counts what they came to.</summary>
internal sealed class IdlePeriods(KeepPrice price)
{
    private Period[] _functions = [];

    /// <summary>What it came to so far.</summary>
    public KeepAccount Account { get; private set; }

    /// <summary>Makes room for a function.</summary>
    public void Describe(int function) => FunctionTable.Reach(ref _functions, function);

    /// <summary>A decision at the beginning of an idle time, or one that takes the place of the one before.</summary>
    public void Decided(int function, double now, in KeepDecision decision)
    {
        ref var period = ref _functions[function];
        if (period.Open) period.Loaded += period.Window.LoadedUntil(now);
        else period = new Period { Open = true, IdleSince = now };
        period.Window = new KeepWindow(decision, now);
    }

    /// <summary>What was loaded was put out for others.</summary>
    public void Evicted(int function, double now)
    {
        if (_functions[function].Open) Decided(function, now, KeepDecision.Fresh);
    }

    /// <summary>When the open decision wants to be looked at again; infinite where never, or where none is open.</summary>
    public double ReviewAt(int function) => _functions[function] is { Open: true } p ? p.Window.ReviewAt : double.PositiveInfinity;

    /// <summary>When the function became idle.</summary>
    public double IdleSince(int function) => _functions[function].IdleSince;

    /// <summary>A call ends the idle time, if there is one.</summary>
    /// <returns>How long it was, seconds; NaN where the function was not idle.</returns>
    public double Ended(int function, double now, in FunctionTraits traits, out bool cold)
    {
        ref var period = ref _functions[function];
        cold = false;
        if (!period.Open) return double.NaN;
        period.Open = false;
        cold = !period.Window.IsWarmAt(now);
        Account = Account.After(cold, period.Loaded + period.Window.LoadedUntil(now), traits, price);
        return now - period.IdleSince;
    }

    private struct Period
    {
        public bool Open;
        public double IdleSince, Loaded;
        public KeepWindow Window;
    }
}
