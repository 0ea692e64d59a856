namespace EvalFaaS.Policies;

/// <summary>Asks a keep-alive policy in the shadow of the one that acts, and keeps the books of both and of the oracle.</summary>
/// <remarks>
/// The executor tells it what it tells the acting policy. Idle times are those of functions, from the moment at which nothing of one runs to its next arrival; one that is still open is in no account. The shadow is asked as if memory were never short: it has no evictions of its own.
/// A pre-warm that has a start of its own counts as loaded from its moment on, which favours neither.
/// </remarks>
public sealed class ShadowKeepAlive(IKeepAlivePolicy shadow, KeepPrice price)
{
    private readonly IdlePeriods _acting = new(price), _shadow = new(price);
    private FunctionTraits[] _traits = [];
    private KeepAccount _oracle;
    private int _functions;

    /// <summary>The policy that is asked.</summary>
    public IKeepAlivePolicy Policy => shadow;

    /// <summary>All that came of it so far.</summary>
    public RegretReport Report => new(_acting.Account, _shadow.Account, _oracle);

    /// <summary>Says what a function is.</summary>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _traits, function);
        _traits[function] = traits;
        _functions = Math.Max(_functions, function + 1);
        _acting.Describe(function);
        _shadow.Describe(function);
        shadow.Describe(function, traits);
    }

    /// <summary>An invocation arrived.</summary>
    public void Arrived(in ArrivalEvent arrival)
    {
        var function = arrival.Function;
        ReviewUntil(function, arrival.Now);
        ref readonly var traits = ref _traits[function];
        var idle = _acting.Ended(function, arrival.Now, traits, out _);
        var known = !double.IsNaN(_shadow.Ended(function, arrival.Now, traits, out var cold));
        if (!double.IsNaN(idle))
        {
            var keep = price.Kept(traits, idle) <= price.ColdStart(traits);
            _oracle = _oracle.After(!keep, keep ? idle : 0, traits, price);
        }

        shadow.Arrived(arrival with { Cold = known ? cold : arrival.Cold });
    }

    /// <summary>An instance became idle, and the acting policy decided.</summary>
    /// <returns>What the shadow would have decided.</returns>
    public KeepDecision Idle(in IdleEvent idle, in KeepDecision acting)
    {
        var decision = shadow.Idle(idle);
        if (idle.Running > 0) return decision;
        _acting.Decided(idle.Function, idle.Now, acting);
        _shadow.Decided(idle.Function, idle.Now, decision);
        return decision;
    }

    /// <summary>The acting policy decided anew about an idle function.</summary>
    public void Reviewed(in IdleEvent review, in KeepDecision acting) => _acting.Decided(review.Function, review.Now, acting);

    /// <summary>The last that was loaded of a function was put out for others.</summary>
    public void Evicted(int function, double now) => _acting.Evicted(function, now);

    /// <summary>The time has come this far: the shadow gets its reviews. To be called about once a minute, at the same moments as the forecast learns.</summary>
    public void AdvanceTo(double now)
    {
        for (var function = 0; function < _functions; function++) ReviewUntil(function, now);
    }

    private void ReviewUntil(int function, double now)
    {
        for (var at = _shadow.ReviewAt(function); at <= now; at = _shadow.ReviewAt(function))
            _shadow.Decided(function, at, shadow.Review(new IdleEvent(function, at, IdleFor: at - _shadow.IdleSince(function))));
    }
}
