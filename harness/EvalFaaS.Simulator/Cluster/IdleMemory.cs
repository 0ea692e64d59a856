using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>The idle instances of all functions: who goes first when memory is short, and how much they hold.</summary>
internal sealed class IdleMemory(IKeepAlivePolicy policy)
{
    private readonly EvictionQueue _queue = new();
    private readonly Stack<int> _free = new();
    private readonly List<(ClusterPool Pool, int Slot)> _owners = [];
    private double _heldMiB;

    /// <summary>A number for a new instance.</summary>
    public int Number(ClusterPool pool, int slot)
    {
        if (!_free.TryPop(out var number))
        {
            number = _owners.Count;
            _owners.Add((pool, slot));
        }

        _owners[number] = (pool, slot);
        return number;
    }

    /// <summary>An instance is idle; what is more than the policy allows goes.</summary>
    public void Add(int number, double priority, double memoryMiB, double now)
    {
        _queue.Add(number, priority);
        _heldMiB += memoryMiB;
        while (_heldMiB > policy.MemoryBoundMiB && Evict(now)) { }
    }

    /// <summary>An instance is not idle any more.</summary>
    public void Remove(int number, double memoryMiB)
    {
        if (!_queue.Remove(number)) return;
        _heldMiB = _queue.Count == 0 ? 0 : _heldMiB - memoryMiB;
    }

    /// <summary>An instance is gone.</summary>
    public void Forget(int number, double memoryMiB)
    {
        Remove(number, memoryMiB);
        _free.Push(number);
    }

    /// <summary>Puts out the one that goes first.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Evict(double now)
    {
        if (!_queue.TryTake(out var number, out var priority)) return false;
        var (pool, slot) = _owners[number];
        _heldMiB = _queue.Count == 0 ? 0 : _heldMiB - pool.MemoryMiB;
        pool.Evict(slot, priority, now, policy);
        return true;
    }
}
