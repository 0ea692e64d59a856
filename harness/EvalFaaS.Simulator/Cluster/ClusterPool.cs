using EvalFaaS.Policies;
using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>A function's instances on the nodes of a cluster: they need a place, and go when others need it more.</summary>
internal sealed class ClusterPool(FunctionModel model, int function, RunCounter counter, EventQueue events, StreamFamily streams, NodeSet nodes, IdleInstances idle)
    : InstancePool(model, function, counter, events, streams)
{
    private const int Nowhere = -1;

    private readonly FunctionModel _model = model;
    private readonly int _function = function;
    private readonly RunCounter _counter = counter;
    private int[] _idlePlaceOf = new int[64];
    private int[] _nodeOf = new int[64];

    /// <summary>The node of an instance.</summary>
    public int NodeOf(int slot) => _nodeOf[slot];

    /// <summary>Memory of an instance, MiB.</summary>
    public double MemoryMiB => _model.MemoryMiB;

    /// <summary>Instances on a node.</summary>
    public List<int> On(int node) => [.. Enumerable.Range(0, Table.Slots).Where(slot => Table.Lives(slot) && _nodeOf[slot] == node)];

    /// <summary>Instances that could work now, or do.</summary>
    public int Ready(double now)
    {
        var ready = 0;
        for (var slot = 0; slot < Table.Slots; slot++)
            if (Table.Lives(slot) && Table.ReadyAt[slot] <= now) ready++;
        return ready;
    }

    public override int Load(double now)
    {
        var node = nodes.Place(_function, _model.MemoryMiB);
        while (node < 0 && idle.Evict(now)) node = nodes.Place(_function, _model.MemoryMiB);
        if (node < 0) return -1;
        var slot = Make(now, nodes[node].Fetch(_function, _model.ImageMiB, now));
        if (slot >= _nodeOf.Length)
        {
            Array.Resize(ref _nodeOf, 2 * slot);
            Array.Resize(ref _idlePlaceOf, 2 * slot);
        }

        nodes[node].Add(_function, _model.MemoryMiB);
        _nodeOf[slot] = node;
        _idlePlaceOf[slot] = Nowhere;
        return slot;
    }

    public override void Occupy(int slot)
    {
        if (Table.Load[slot] == 0) NotIdle(slot);
        base.Occupy(slot);
    }

    public override void Keep(int slot, double deadline, double priority, double now)
    {
        base.Keep(slot, deadline, priority, now);
        NotIdle(slot);
        _idlePlaceOf[slot] = idle.Add(this, slot, priority);
        idle.KeepWithinBound(now);
    }

    /// <summary>Puts an idle instance out for others.</summary>
    public void Evict(int slot, double priority, double now, IKeepAlivePolicy policy)
    {
        _idlePlaceOf[slot] = Nowhere;
        _counter.Advance(now);
        _counter.Tally.Evicted++;
        _counter.Tally.Expired--;
        Unload(slot);
        policy.Evicted(_function, priority);
    }

    protected override void Gone(int slot)
    {
        NotIdle(slot);
        nodes[_nodeOf[slot]].Remove(_function, _model.MemoryMiB);
    }

    private void NotIdle(int slot)
    {
        if (_idlePlaceOf[slot] == Nowhere) return;
        idle.Remove(_idlePlaceOf[slot]);
        _idlePlaceOf[slot] = Nowhere;
    }
}
