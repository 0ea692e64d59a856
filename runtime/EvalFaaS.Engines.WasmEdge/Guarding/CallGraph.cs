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
        if (callers.Count == 0 || callers[^1] != caller) callers.Add(caller);
    }

    /// <summary>A reference to a function lies somewhere.</summary>
    public void Taken(int function) => _taken.Add(function);

    /// <summary>For each function whether it may call itself, directly or through others.</summary>
    public bool[] Recursive(IReadOnlyList<FunctionType> types)
    {
        var nodes = new List<List<int>>(_callees.Length + _indirectCallers.Count);
        for (var i = 0; i < _callees.Length; i++) nodes.Add(_callees[i] ?? []);
        foreach (var (type, callers) in _indirectCallers)
        {
            // One node stands for all calls of a type, or a module of many of both would have their product in edges.
            foreach (var caller in callers) Callees(caller, nodes).Add(nodes.Count);
            nodes.Add(_taken.Where(f => types[f].Equals(type)).ToList());
        }

        return StrongComponents.InCycle(nodes)[.._callees.Length];
    }

    private List<int> Callees(int caller) => _callees[caller] ??= [];

    private List<int> Callees(int caller, List<List<int>> nodes) => nodes[caller] = Callees(caller);
}
