using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>
/// Does what a keep-alive policy decides. Invocations leave events behind; once a second they are taken in, in the order of time, together with what is due between them,
/// and what the policy then wants loaded or unloaded is loaded or unloaded. So the policy is asked exactly what it would have been asked at once, with the times at which it happened,
/// and the way of a request waits for none of it.
/// </summary>
/// <remarks>What is kept is a revision's loaded code, and with it idle instances where the revision reuses them.</remarks>
internal sealed class Keeper(IKeepAlivePolicy policy, KeptFunctions functions, KeepEvents events, KeepRecords records, WarmUps warmUps, ModuleCache modules)
{
    private const double Nanoseconds = 1e-9;

    private readonly Lock _lock = new();
    private readonly Agenda _agenda = new();
    private readonly IdleMemory<KeptFunction> _memory = new(policy.MemoryBoundMiB);
    private readonly bool _isBounded = double.IsFinite(policy.MemoryBoundMiB);
    private readonly HashSet<KeptFunction> _changed = [], _pooled = [];
    private double _now;

    /// <summary>Takes in what has happened until now, and does what is due.</summary>
    public void Sweep(long nowNs)
    {
        lock (_lock)
        {
            foreach (ref readonly var happened in events.Drain())
            {
                // An event that came too late for the last sweep happens now.
                GoTo(Math.Max(_now, happened.AtNs * Nanoseconds), inclusive: false);
                Take(happened);
            }

            GoTo(Math.Max(_now, nowNs * Nanoseconds), inclusive: true);
            warmUps.Go(_now, _changed, _pooled);
            Apply();
        }

        modules.UnmapOrphans();
    }

    /// <summary>What has come of it so far.</summary>
    public T Read<T>(Func<KeepRecords, T> what)
    {
        lock (_lock) return what(records);
    }

    /// <summary>What has come of warm-up so far.</summary>
    public T Read<T>(Func<WarmUps, double, T> what)
    {
        lock (_lock) return what(warmUps, _now);
    }

    // What is due at the very moment of a call is its window's end, and such a call is still within the window: it goes first.
    private void GoTo(double time, bool inclusive)
    {
        while (_agenda.TryTake(time, inclusive, out var kept, out var at))
        {
            _now = at;
            // The forecast hears of a minute that has ended before anybody is asked anew.
            records.AdvanceTo(at);
            _changed.Add(kept);
            if (kept.AdvanceTo(at)) Review(kept);
            else if (!kept.Keeps) LeaveMemory(kept);
            _agenda.Arm(kept);
        }

        _now = time;
        records.AdvanceTo(time);
    }

    private void Take(in KeepEvent happened)
    {
        var kept = functions.Of(happened.Function);
        switch (happened.Kind)
        {
            case KeepEventKind.Arrived:
                var arrival = new ArrivalEvent(kept.Number, _now, kept.Running, happened.Cold);
                if (kept.Begin()) LeaveMemory(kept);
                policy.Arrived(arrival);
                records.Arrived(arrival);
                warmUps.Arrived(kept, _now);
                break;
            case KeepEventKind.Ended:
                records.Ended(kept.Number, happened);
                if (kept.End() || happened.PooledInstance != 0) BecameIdle(kept, happened.PooledInstance);
                break;
            default:
                if (kept.Running == 0) BecameIdle(kept, 0);
                break;
        }

        _changed.Add(kept);
    }

    private void BecameIdle(KeptFunction kept, long pooledInstance)
    {
        functions.Refresh(kept);
        var idle = new IdleEvent(kept.Number, _now, kept.Running);
        var decision = policy.Idle(idle);
        if (pooledInstance != 0 && kept.Function.Pool is { } pool)
        {
            pool.KeepUntil(pooledInstance, Math.Max(_now + decision.UnloadAfter, kept.ReadyUntil ?? 0));
            _pooled.Add(kept);
        }

        records.Decided(kept, idle, decision);
        Decide(kept, decision, reviewed: false);
        _agenda.Arm(kept);
    }

    private void Review(KeptFunction kept)
    {
        var question = kept.Question(_now);
        var decision = policy.Review(question);
        records.Decided(kept, question, decision);
        Decide(kept, decision, reviewed: true);
    }

    private void Decide(KeptFunction kept, in KeepDecision decision, bool reviewed)
    {
        kept.Decide(decision, _now, reviewed);
        if (kept.Running > 0) return;
        LeaveMemory(kept);
        if (_isBounded && kept.Keeps) kept.Place = _memory.Add(kept, decision.Priority, kept.Traits.MemoryMiB);
        while (_memory.IsOverBound && _memory.TryEvict(out var evicted, out var priority))
        {
            evicted.Place = KeptFunction.Nowhere;
            evicted.Evict(_now);
            policy.Evicted(evicted.Number, priority);
            records.Evicted(evicted.Number, _now);
            _changed.Add(evicted);
        }
    }

    private void LeaveMemory(KeptFunction kept)
    {
        if (kept.Place == KeptFunction.Nowhere) return;
        _memory.Remove(kept.Place);
        kept.Place = KeptFunction.Nowhere;
    }

    /// <summary>Loads and unloads, once all that has happened is known: what was due and was called again since then stays.</summary>
    private void Apply()
    {
        foreach (var kept in _pooled)
            if (!kept.Function.Pool!.Expire(_now)) _pooled.Remove(kept);
        foreach (var kept in _changed)
        {
            var slot = kept.Function.Slot;
            if (kept.Loads) modules.PreWarm(slot);
            else if (!KeptFunctions.AnyKeeps(slot)) modules.TryUnmap(slot, kept.Loss);
        }

        _changed.Clear();
    }
}
