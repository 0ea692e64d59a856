using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>The instances of a run: loaded, kept until a deadline, unloaded.</summary>
/// <remarks>An instance has at most one pending timer, which looks when it rings whether the instance has been used meanwhile: so keeping costs nothing an invocation, however long instances are kept.</remarks>
internal class InstancePool(FunctionModel model, int function, RunCounter counter, EventQueue events, StreamFamily streams)
{
    private readonly AvailableSet _available = AvailableSet.For(model.Order, streams.Of(StreamPurpose.Routing, function));
    private readonly RandomStream _coldStarts = streams.Of(StreamPurpose.ColdStart, function);
    private readonly RandomStream _lifetimes = streams.Of(StreamPurpose.Failures, function);

    public InstanceTable Table { get; } = new();

    /// <summary>The instance that the next invocation gets, or -1.</summary>
    public int First() => _available.First();

    /// <summary>Begins to load an instance; it can be given invocations at once, which wait until it is ready.</summary>
    /// <returns>The instance, or -1 where it has no place.</returns>
    public virtual int Load(double now) => Make(now, 0);

    /// <summary>The instance gets one more invocation.</summary>
    public virtual void Occupy(int slot)
    {
        if (Table.Load[slot]++ == 0) counter.BecameBusy();
        if (Table.Load[slot] == model.Concurrency) _available.Remove(slot);
    }

    /// <summary>The instance has one less.</summary>
    /// <returns>Whether it is idle now.</returns>
    public bool Release(int slot)
    {
        if (Table.Load[slot]-- == model.Concurrency) _available.Add(slot);
        if (Table.Load[slot] > 0) return false;
        counter.BecameIdle();
        return true;
    }

    /// <summary>An idle instance stays until then, or until the end of its life.</summary>
    /// <param name="slot">The instance.</param>
    /// <param name="deadline">Until when.</param>
    /// <param name="priority">The lower, the sooner it goes when others need its place.</param>
    /// <param name="now">The time.</param>
    public virtual void Keep(int slot, double deadline, double priority, double now) => KeepUntil(slot, deadline);

    private void KeepUntil(int slot, double deadline)
    {
        deadline = Math.Min(deadline, Table.EndOfLife[slot]);
        Table.Deadline[slot] = deadline;
        if (deadline >= Table.TimerAt[slot] || double.IsPositiveInfinity(deadline)) return;
        Table.TimerAt[slot] = deadline;
        events.Add(deadline, Ranks.Expiry, function, slot, ++Table.TimerStamp[slot]);
    }

    /// <summary>An event of an instance's timer has come.</summary>
    public void TimerRang(int slot, int stamp, double now)
    {
        if (stamp != Table.TimerStamp[slot]) return;
        Table.TimerAt[slot] = double.PositiveInfinity;
        if (Table.Load[slot] > 0) return;
        if (Table.Deadline[slot] > now) KeepUntil(slot, Table.Deadline[slot]);
        else Retire(slot, now);
    }

    /// <summary>An idle instance's time is over: it goes, unless it is to stay for the number's sake.</summary>
    public void Retire(int slot, double now)
    {
        if (now < Table.EndOfLife[slot] && StaysUntil(slot) is var until && until > now) KeepUntil(slot, until);
        else Unload(slot);
    }

    /// <summary>An idle instance goes.</summary>
    public void Unload(int slot)
    {
        counter.Unloaded();
        _available.Remove(slot);
        Discard(slot);
    }

    /// <summary>An instance dies, idle or not.</summary>
    public void Kill(int slot)
    {
        counter.Killed(Table.Load[slot] > 0);
        if (Table.Load[slot] < model.Concurrency) _available.Remove(slot);
        Discard(slot);
    }

    /// <summary>Begins to load an instance that has its place.</summary>
    /// <param name="now">The time.</param>
    /// <param name="fetch">Seconds before its cold start begins.</param>
    protected int Make(double now, double fetch)
    {
        var start = fetch + model.ColdStart.Sample(_coldStarts);
        counter.Tally.StartSeconds += start;
        var slot = Table.Take(now + start, model.Lifetime is null ? double.PositiveInfinity : now + model.Lifetime.Sample(_lifetimes));
        _available.Created(slot);
        _available.Add(slot);
        counter.Loaded();
        return slot;
    }

    /// <summary>Until when an idle instance stays although keep-alive lets it go, since so many are wanted.</summary>
    protected virtual double StaysUntil(int slot) => double.NegativeInfinity;

    /// <summary>An instance is gone.</summary>
    protected virtual void Gone(int slot)
    {
    }

    private void Discard(int slot)
    {
        Gone(slot);
        _available.Gone(slot);
        Table.Release(slot);
    }
}
