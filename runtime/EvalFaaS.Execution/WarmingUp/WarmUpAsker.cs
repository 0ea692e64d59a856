using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>Asks one warm-up policy about its functions when it is time, and keeps the account of what it said. Only under the keeper's lock.</summary>
/// <param name="spec">The policy, as asked for.</param>
/// <param name="surroundings">What it may need.</param>
/// <param name="acts">Whether it acts.</param>
internal sealed class WarmUpAsker(PolicySpec spec, PolicySurroundings surroundings, bool acts)
{
    private readonly IWarmUpPolicy _policy = spec.Make<IWarmUpPolicy>(surroundings);
    private State[] _functions = [];
    private double _next = double.NegativeInfinity;

    /// <summary>As it was asked for.</summary>
    public string Text => spec.Text;

    public bool Acts => acts;

    /// <summary>Whether it never makes anything ready.</summary>
    public bool IsOff => double.IsInfinity(_policy.EverySeconds);

    public WarmUpAccount Account { get; private set; }

    /// <summary>Whether it is time to ask again; then the next time is noted.</summary>
    public bool IsDue(double now)
    {
        if (now < _next) return false;
        _next = now + _policy.EverySeconds;
        return true;
    }

    /// <summary>Asks about a function.</summary>
    /// <returns>Whether it says anything else than the last time.</returns>
    public bool Ask(KeptFunction kept, double now, out WarmUpDecision decision)
    {
        if (kept.Number >= _functions.Length) Array.Resize(ref _functions, Math.Max(kept.Number + 1, 2 * _functions.Length));
        ref var state = ref _functions[kept.Number];
        var function = kept.Function;
        _policy.Describe(kept.Number, kept.Traits);
        decision = _policy.Decide(new WarmUpQuestion(kept.Number, now, function.IsLoaded, function.Running + function.IdleInstances));
        var changed = !state.Asked || (decision.Action, decision.Instances, decision.Reason) != (state.Last.Action, state.Last.Instances, state.Last.Reason);
        Settle(ref state, now);
        state = new State { Asked = true, Last = decision, Since = now, Until = decision.Action == WarmUpAction.None ? now : now + decision.ForSeconds };
        return changed;
    }

    /// <summary>A function is called.</summary>
    public void Arrived(int function, double now)
    {
        var ready = function < _functions.Length && _functions[function].Until > now;
        Account = Account with { Calls = Account.Calls + 1, CallsReady = Account.CallsReady + (ready ? 1 : 0) };
    }

    /// <summary>Counts the time until now.</summary>
    public void SettleAll(double now)
    {
        foreach (ref var state in _functions.AsSpan()) Settle(ref state, now);
    }

    private void Settle(ref State state, double now)
    {
        Account = Account with { ReadySeconds = Account.ReadySeconds + Math.Max(0, Math.Min(now, state.Until) - state.Since) };
        state.Since = now;
    }

    private struct State
    {
        public bool Asked;
        public WarmUpDecision Last;
        public double Since, Until;
    }
}
