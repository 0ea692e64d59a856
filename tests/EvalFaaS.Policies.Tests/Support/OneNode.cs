namespace EvalFaaS.Policies.Tests;

/// <summary>The least executor there can be: one call at a time, each taking no time, memory that evicts. Its books must balance.</summary>
internal sealed class OneNode
{
    private readonly IKeepAlivePolicy _policy;
    private readonly FunctionTraits[] _functions;
    private readonly double _memory;
    private readonly EvictionQueue _queue = new();
    private double _used;

    public OneNode(IKeepAlivePolicy policy, FunctionTraits[] functions, double memory)
    {
        (_policy, _functions, _memory) = (policy, functions, Math.Min(memory, policy.MemoryBoundMiB));
        for (var i = 0; i < functions.Length; i++) policy.Describe(i, functions[i]);
    }

    public int Hits { get; private set; }

    public int ColdStarts { get; private set; }

    public int Evictions { get; private set; }

    public double MostUsed { get; private set; }

    public List<int> Evicted { get; } = [];

    /// <summary>One call of a function, whose only instance has the function's number.</summary>
    public void Call(int function, double now)
    {
        var warm = _queue.Remove(function);
        if (warm) Hits++;
        else ColdStarts++;
        if (!warm) _used += _functions[function].MemoryMiB;
        _policy.Arrived(new ArrivalEvent(function, now, 0, !warm));
        while (_used > _memory && _queue.TryTake(out var victim, out var priority))
        {
            _used -= _functions[victim].MemoryMiB;
            Evictions++;
            Evicted.Add(victim);
            _policy.Evicted(victim, priority);
        }

        MostUsed = Math.Max(MostUsed, _used);
        var decision = _policy.Idle(new IdleEvent(function, now));
        if (decision.UnloadAfter > 0) _queue.Add(function, decision.Priority);
        else _used -= _functions[function].MemoryMiB;
    }
}
