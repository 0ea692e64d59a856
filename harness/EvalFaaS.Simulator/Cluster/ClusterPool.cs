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
        var slot = Make(now, nodes.Fetch(node, _function, _model.ImageMiB, now));
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

    /// <summary>Instances that are there whatever keep-alive says, as scaling wants it.</summary>
    public int Target { get; set; }

    /// <summary>The same until a moment, as warm-up wants it.</summary>
    public (int Instances, double Until) Provisioned { get; set; }

    /// <summary>Loads instances until there are so many, or no more find a place.</summary>
    public void LoadTo(int count, double now)
    {
        while (_counter.Instances < count && Load(now) is var slot and >= 0)
        {
            _counter.Tally.PreWarmed++;
            Retire(slot, now);
        }
    }

    /// <summary>Unloads idle instances until there are no more than so many.</summary>
    public void UnloadTo(int count)
    {
        for (var slot = 0; slot < Table.Slots && _counter.Instances > count; slot++)
            if (Table.Lives(slot) && Table.Load[slot] == 0) Unload(slot);
    }

    /// <summary>Brings the function's code to the node where its next instance would be.</summary>
    public void LoadModule(double now)
    {
        if (nodes.Place(_function, _model.MemoryMiB) is var node and >= 0) nodes.Fetch(node, _function, _model.ImageMiB, now);
    }

    /// <summary>Whether a living node has its code, or gets it.</summary>
    public bool ModuleLoaded => Enumerable.Range(0, nodes.Count).Any(n => nodes[n].Alive && nodes[n].HasImage(_function));

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

    protected override double StaysUntil(int slot)
    {
        var until = _counter.Instances <= Target ? double.PositiveInfinity : _counter.Instances <= Provisioned.Instances ? Provisioned.Until : double.NegativeInfinity;
        // What others promised is not put out for a third.
        NotIdle(slot);
        return until;
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
