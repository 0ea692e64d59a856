using EvalFaaS.Policies;
using EvalFaaS.Simulator.Events;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>Asks the policy what becomes of idle instances, and does it.</summary>
internal sealed class KeepAliveTimers(IKeepAlivePolicy policy, int function, InstancePool pool, RunCounter counter, EventQueue events)
{
    private LazyTimer _preWarm = LazyTimer.Off;
    private LazyTimer _review = LazyTimer.Off;
    private KeepWindow _window;
    private double _priority;
    private double _idleSince;
    private int _reviewSlot;
    private int _reviewLife;

    /// <summary>An invocation has arrived: what waited for none to come is off.</summary>
    public void Arrived(in ArrivalEvent arrival)
    {
        _preWarm.Cancel();
        _review.Cancel();
        policy.Arrived(arrival);
    }

    /// <summary>An instance has become idle.</summary>
    public void Idle(int slot, double now)
    {
        _idleSince = now;
        Apply(slot, now, policy.Idle(new IdleEvent(function, now, counter.InSystem, counter.IdleInstances - 1)));
    }

    /// <summary>An event of the load ahead has come.</summary>
    public void PreWarmRang(double now)
    {
        if (_preWarm.Rings(now, events, Ranks.PreWarm, function)) LoadAhead(now, _window.KeepUntil);
    }

    /// <summary>An event of the review has come.</summary>
    public void ReviewRang(double now)
    {
        if (!_review.Rings(now, events, Ranks.Review, function)) return;
        var decision = policy.Review(new IdleEvent(function, now, counter.InSystem, Math.Max(0, counter.IdleInstances - 1), now - _idleSince));
        if (_reviewLife == pool.Table.Life[_reviewSlot])
        {
            Apply(_reviewSlot, now, decision);
            return;
        }

        Plan(now, decision);
        // What is to be kept and is not loaded is loaded now.
        if (_window.Keeps) LoadAhead(now, _window.UnloadAt);
    }

    private void Apply(int slot, double now, in KeepDecision decision)
    {
        (_reviewSlot, _reviewLife) = (slot, pool.Table.Life[slot]);
        Plan(now, decision);
        if (!_window.Keeps || now >= pool.Table.EndOfLife[slot]) pool.Retire(slot, now);
        else pool.Keep(slot, _window.UnloadAt, _priority, now);
    }

    private void Plan(double now, in KeepDecision decision)
    {
        (_window, _priority) = (new KeepWindow(decision, now), decision.Priority);
        if (_window.HasPreWarm) _preWarm.Set(_window.PreWarmAt, events, Ranks.PreWarm, function);
        else _preWarm.Cancel();
        _review.Set(_window.ReviewAt, events, Ranks.Review, function);
    }

    private void LoadAhead(double now, double until)
    {
        if (counter.Instances > 0 || pool.Load(now) is var slot && slot < 0) return;
        counter.Tally.PreWarmed++;
        // A review that comes while it waits is about this one.
        (_reviewSlot, _reviewLife) = (slot, pool.Table.Life[slot]);
        pool.Keep(slot, until, _priority, now);
    }
}
