using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Idle instances of a revision that reuses them. The one used last is taken first, so that the others can grow old.</summary>
internal sealed class InstancePool(int capacity, int maxInvocations, RuntimeCounters counters)
{
    private readonly Lock _lock = new();
    private readonly (WasmInstance Instance, long SinceNs)[] _idle = new (WasmInstance, long)[capacity];
    private int _count;
    private int _live;
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
    public void Give(WasmInstance instance, long nowNs)
    {
        var spent = maxInvocations > 0 && instance.Invocations >= maxInvocations;
        lock (_lock)
        {
            if (instance.Reusable && !spent && !_closed && _count < _idle.Length)
            {
                _idle[_count++] = (instance, nowNs);
                return;
            }

            Lose_NeedsLock(spent ? ColdCause.Expired : ColdCause.Evicted);
        }

        Discard(instance);
    }

    /// <summary>Throws away what has been idle since before this time.</summary>
    public void Expire(long beforeNs)
    {
        while (DiscardOldest(beforeNs, ColdCause.Expired)) { }
    }

    /// <summary>Throws all idle instances away.</summary>
    public void Clear()
    {
        while (DiscardOldest(long.MaxValue, ColdCause.Evicted)) { }
    }

    /// <summary>Throws all idle instances away, and from now on each that comes back: its revision is gone, and nobody would look here again.</summary>
    public void Close()
    {
        lock (_lock) _closed = true;
        Clear();
    }

    /// <summary>Throws the instance away that has been idle longest, where that is since before this time.</summary>
    public bool DiscardOldest(long beforeNs, ColdCause cause)
    {
        WasmInstance instance;
        lock (_lock)
        {
            // The oldest lies at the bottom.
            if (_count == 0 || _idle[0].SinceNs >= beforeNs) return false;
            instance = _idle[0].Instance;
            Array.Copy(_idle, 1, _idle, 0, --_count);
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
}
