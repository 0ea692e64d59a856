namespace EvalFaaS.Policies;

/// <summary>Places each function on the node that its hash names, so that its code and instances gather there; a node above its share is passed over for the next by hash.</summary>
/// <remarks>
/// Highest random weight (Thaler and Ravishankar, IEEE/ACM Transactions on Networking 6(1), 1998): of n nodes, one that comes or goes moves 1/n of the functions, and no others. The bound is that of consistent hashing with bounded loads (Mirrokni, Thorup and Zadimoghaddam, SODA 2018): no node above ceil((1 + ε) × instances / nodes), the one to come included.
/// </remarks>
public sealed class HashAffinityPlacement(HashAffinityOptions options) : IPlacementPolicy
{
    private readonly double _slack = PolicyOptions.Checked(options).Slack;

    /// <inheritdoc/>
    public string Name => "hash-affinity";

    /// <inheritdoc/>
    public PlacementDecision Place(in PlacementRequest request, ReadOnlySpan<PlacementNode> nodes, ulong random)
    {
        var bound = Bound(nodes);
        var (best, weight) = (-1, 0UL);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!nodes[i].Fits(request) || nodes[i].Instances >= bound) continue;
            var w = Weight(request.Key, nodes[i].Key);
            if (best < 0 || w > weight) (best, weight) = (i, w);
        }

        if (best < 0) return PlacementDecision.None;
        var passed = 0;
        foreach (ref readonly var node in nodes)
            if (node.Alive && Weight(request.Key, node.Key) > weight) passed++;
        return new(best, passed == 0 ? PlacementReason.Hash : PlacementReason.HashBounded, passed);
    }

    private double Bound(ReadOnlySpan<PlacementNode> nodes)
    {
        var (alive, instances) = (0, 1L);
        foreach (ref readonly var node in nodes)
        {
            if (!node.Alive) continue;
            alive++;
            instances += node.Instances;
        }

        return alive == 0 ? 0 : Math.Ceiling((1 + _slack) * instances / alive);
    }

    private static ulong Weight(ulong function, ulong node) => Mixing.Mix(function ^ Mixing.Mix(node));
}
