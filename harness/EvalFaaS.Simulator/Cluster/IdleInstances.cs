using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>The idle instances of all functions of a cluster, kept within what the policy allows.</summary>
internal sealed class IdleInstances(IKeepAlivePolicy policy)
{
    private readonly IdleMemory<(ClusterPool Pool, int Slot)> _memory = new(policy.MemoryBoundMiB);

    /// <summary>An instance is idle.</summary>
    /// <returns>Its place.</returns>
    public int Add(ClusterPool pool, int slot, double priority) => _memory.Add((pool, slot), priority, pool.MemoryMiB);

    /// <summary>An instance is not idle any more.</summary>
    public void Remove(int place) => _memory.Remove(place);

    /// <summary>Puts out what is more than the policy allows.</summary>
    public void KeepWithinBound(double now)
    {
        while (_memory.IsOverBound && Evict(now)) { }
    }

    /// <summary>Puts out the one that goes first.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Evict(double now)
    {
        if (!_memory.TryEvict(out var idle, out var priority)) return false;
        idle.Pool.Evict(idle.Slot, priority, now, policy);
        return true;
    }
}
