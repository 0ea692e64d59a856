namespace EvalFaaS.Policies;

/// <summary>Places where the scarcest resource would be used least: neither memory nor CPU runs out on one node while another has both.</summary>
/// <remarks>The greater of a node's shares is its dominant share (Ghodsi et al., Dominant Resource Fairness, NSDI 2011, section 4).</remarks>
public sealed class ResourceAwarePlacement : IPlacementPolicy
{
    /// <inheritdoc/>
    public string Name => "resource-aware";

    /// <inheritdoc/>
    public PlacementDecision Place(in PlacementRequest request, ReadOnlySpan<PlacementNode> nodes, ulong random)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        foreach (var i in new Round(nodes.Length, random))
        {
            if (!nodes[i].Fits(request)) continue;
            var share = Math.Max((nodes[i].UsedMiB + request.MemoryMiB) / nodes[i].MemoryMiB, (nodes[i].UsedCpu + request.Cpu) / nodes[i].Cpus);
            if (share < least) (best, least) = (i, share);
        }

        return best < 0 ? PlacementDecision.None : new(best, PlacementReason.LeastLoaded, least);
    }
}
