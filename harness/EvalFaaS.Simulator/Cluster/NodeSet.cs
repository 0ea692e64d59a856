using EvalFaaS.Policies;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>The nodes, and the policy that chooses among them.</summary>
internal sealed class NodeSet
{
    private readonly NodeState[] _nodes;
    private readonly PlacementNode[] _seen;
    private readonly IPlacementPolicy _policy;
    private readonly RandomStream _random;

    public NodeSet(ClusterModel model, IPlacementPolicy policy, RandomStream random)
    {
        (_policy, _random) = (policy, random);
        _nodes = [.. model.Nodes.Select((n, i) => new NodeState(n, Key(i), model.Functions.Count))];
        _seen = new PlacementNode[_nodes.Length];
    }

    public int Count => _nodes.Length;

    public NodeState this[int node] => _nodes[node];

    /// <summary>The node for a new instance, or -1.</summary>
    public int Place(int function, double memoryMiB)
    {
        for (var i = 0; i < _nodes.Length; i++) _seen[i] = _nodes[i].Seen(function);
        return _policy.Place(new PlacementRequest(function, Key(-1 - function), memoryMiB), _seen, _random.Next()).Node;
    }

    /// <summary>Brings a function's image to a node, from another node that has it where there is one.</summary>
    /// <returns>Seconds until it is there.</returns>
    public double Fetch(int node, int function, double imageMiB, double now) =>
        _nodes[node].Fetch(function, imageMiB, !_nodes[node].HasImage(function) && Array.Exists(_nodes, n => n.Serves(function, now)), now);

    private static ulong Key(int number) => SplitMix.Key(0, (ulong)(long)number, 0);
}
