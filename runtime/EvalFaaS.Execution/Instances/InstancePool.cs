using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Idle instances of a revision that reuses them. The one used last is taken first, so that the others can grow old.</summary>
internal sealed class InstancePool(int capacity, int maxInvocations, RuntimeCounters counters)
{
    private readonly Lock _lock = new();
    private readonly IdleInstance[] _idle = new IdleInstance[capacity];
    private int _count;
    private int _live;
    private int _making;
    private bool _closed;
    private ColdCause _lastLoss = ColdCause.FirstUse;

    /// <summary>Idle instances now.</summary>
    public int Idle => Volatile.Read(ref _count);

    /// <summary>Since when the oldest idle instance has been idle, ns; the largest number where there is none.</summary>
    public long OldestNs
    {
        get
        {
            lock (_lock) return _count == 0 ? long.MaxValue : _idle[0].SinceNs;
        }
    }

    /// <summary>Takes an idle instance, or says why there is none.</summary>
    public WasmInstance? Take(out ColdCause cause)
    {
        lock (_lock)
        {
            cause = ColdCause.None;
            if (_count > 0)
            {
                var instance = _idle[--_count].Instance;
                _idle[_count] = default;
                return instance;
            }

            cause = _live > 0 ? ColdCause.Capacity : _lastLoss;
            _live++;
            return null;
        }
    }

    /// <summary>Notes that the instance that <see cref="Take"/> asked for was not made.</summary>
    public void NotMade()
    {
        lock (_lock) _live--;
    }

    /// <summary>Takes an instance back after an invocation, or throws it away where it is spent, broken or one too many.</summary>
    /// <returns>Whether it was taken back. It stays until <see cref="KeepUntil"/> says how long.</returns>
    public bool Give(WasmInstance instance, long nowNs)
    {
        var spent = maxInvocations > 0 && instance.Invocations >= maxInvocations;
        lock (_lock)
        {
            if (instance.Reusable && !spent && !_closed && _count < _idle.Length)
            {
                _idle[_count++] = new IdleInstance(instance, nowNs, double.PositiveInfinity);
                return true;
            }

            Lose_NeedsLock(spent ? ColdCause.Expired : ColdCause.Evicted);
        }

        Discard(instance);
        return false;
    }

    /// <summary>Announces instances that are made ahead of their calls, as many as are missing and have room; each is to be followed by <see cref="Fill"/>.</summary>
    /// <param name="wanted">Instances that are to be idle.</param>
    /// <returns>How many to make.</returns>
    public int Reserve(int wanted)
    {
        lock (_lock)
        {
            var missing = Math.Max(0, Math.Min(wanted, _idle.Length) - _count - _making);
            _making += missing;
            return missing;
        }
    }

    /// <summary>Takes one of these, or hears that there will be none.</summary>
    /// <param name="instance">It, or null.</param>
    /// <param name="nowNs">The time, ns.</param>
    /// <param name="until">Until when it stays, seconds.</param>
    public void Fill(WasmInstance? instance, long nowNs, double until)
    {
        lock (_lock)
        {
            _making--;
            if (instance is null) return;
            Interlocked.Increment(ref counters.InstancesCount);
            if (!_closed && _count < _idle.Length && nowNs / 1e9 < until)
            {
                _live++;
                _idle[_count++] = new IdleInstance(instance, nowNs, until);
                return;
            }
        }

        Discard(instance);
    }

    /// <summary>Says until when an idle instance stays; nothing happens where it is not idle any more.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="until">Seconds.</param>
    public void KeepUntil(long id, double until)
    {
        lock (_lock)
        {
            for (var i = _count - 1; i >= 0; i--)
            {
                if (_idle[i].Instance.Id != id) continue;
                _idle[i] = _idle[i] with { Until = until };
                return;
            }
        }
    }

    /// <summary>Throws away the instances whose time has come.</summary>
    /// <param name="now">Seconds.</param>
    /// <returns>Whether any are left.</returns>
    public bool Expire(double now)
    {
        while (TryTakeOut(i => _idle[i].Until <= now, ColdCause.Expired)) { }
        return Idle > 0;
    }

    /// <summary>Throws all idle instances away.</summary>
    public void Clear()
    {
        while (DiscardOldest()) { }
    }

    /// <summary>Throws all idle instances away, and from now on each that comes back: its revision is gone, and nobody would look here again.</summary>
    public void Close()
    {
        lock (_lock) _closed = true;
        Clear();
    }

    /// <summary>Throws the instance away that has been idle longest, or false where none is idle.</summary>
    public bool DiscardOldest() => TryTakeOut(static _ => true, ColdCause.Evicted);

    // The oldest lies at the bottom.
    private bool TryTakeOut(Func<int, bool> which, ColdCause cause)
    {
        WasmInstance instance;
        lock (_lock)
        {
            var at = 0;
            while (at < _count && !which(at)) at++;
            if (at == _count) return false;
            instance = _idle[at].Instance;
            Array.Copy(_idle, at + 1, _idle, at, --_count - at);
            _idle[_count] = default;
            Lose_NeedsLock(cause);
        }

        Discard(instance);
        return true;
    }

    private void Lose_NeedsLock(ColdCause cause)
    {
        _live--;
        _lastLoss = cause;
    }

    private void Discard(WasmInstance instance)
    {
        Interlocked.Increment(ref counters.DiscardsCount);
        instance.Dispose();
    }

    private readonly record struct IdleInstance(WasmInstance Instance, long SinceNs, double Until);
}
