namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Who may call whom. An indirect call may reach every function of its type whose reference is taken anywhere.</summary>
internal sealed class CallGraph(int functions)
{
    private readonly List<int>[] _callees = new List<int>[functions];
    private readonly Dictionary<FunctionType, List<int>> _indirectCallers = [];
    private readonly HashSet<int> _taken = [];

    /// <summary>A call.</summary>
    public void Direct(int caller, int callee) => Callees(caller).Add(callee);

    /// <summary>A call through a table.</summary>
    public void Indirect(int caller, FunctionType type)
    {
        if (!_indirectCallers.TryGetValue(type, out var callers)) _indirectCallers[type] = callers = [];
        callers.Add(caller);
    }

    /// <summary>A reference to a function lies somewhere.</summary>
    public void Taken(int function) => _taken.Add(function);

    /// <summary>For each function how it may come to call itself.</summary>
    public Recursion[] Recursions(IReadOnlyList<FunctionType> types)
    {
        var nodes = new List<List<int>>(_callees.Length + _indirectCallers.Count);
        for (var i = 0; i < _callees.Length; i++) nodes.Add(_callees[i] ?? []);
        foreach (var (type, callers) in _indirectCallers)
        {
            // One node stands for all calls of a type, or a module of many of both would have their product in edges.
            foreach (var caller in callers) Callees(caller, nodes).Add(nodes.Count);
            nodes.Add(_taken.Where(f => types[f].Equals(type)).ToList());
        }

        var cycles = StrongComponents.Cycles(nodes);
        var result = new Recursion[_callees.Length];
        for (var i = 0; i < result.Length; i++)
        {
            if (cycles[i] == 0) continue;
            result[i] = nodes[i].Count(callee => cycles[callee] == cycles[i]) == 1 ? Recursion.Linear : Recursion.Branching;
        }

        return result;
    }

    private List<int> Callees(int caller) => _callees[caller] ??= [];

    private List<int> Callees(int caller, List<List<int>> nodes) => nodes[caller] = Callees(caller);
}

/// <summary>How a function may come to call itself.</summary>
internal enum Recursion
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>From one place in its code.</summary>
    Linear,

    /// <summary>From several places.</summary>
    Branching,
}
