namespace EvalFaaS.Policies;

/// <summary>Places on the node with the fewest instances of the function, of those on the one with the fewest of all: the loss of a node then takes the least with it.</summary>
public sealed class SpreadPlacement : IPlacementPolicy
{
    /// <inheritdoc/>
    public string Name => "spread";

    /// <inheritdoc/>
    public PlacementDecision Place(in PlacementRequest request, ReadOnlySpan<PlacementNode> nodes, ulong random)
    {
        var best = -1;
        foreach (var i in new Round(nodes.Length, random))
        {
            ref readonly var node = ref nodes[i];
            if (!node.Fits(request)) continue;
            if (best < 0 || node.InstancesOfFunction < nodes[best].InstancesOfFunction
                || node.InstancesOfFunction == nodes[best].InstancesOfFunction && node.Instances < nodes[best].Instances) best = i;
        }

        return best < 0 ? PlacementDecision.None : new(best, PlacementReason.FewestInstances, nodes[best].InstancesOfFunction);
    }
}
