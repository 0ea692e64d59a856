namespace EvalFaaS.Policies;

/// <summary>Places on the fullest node that still has the memory (best fit), so that whole nodes stay empty.</summary>
/// <remarks>Best fit: Johnson et al., SIAM Journal on Computing 3(4), 1974.</remarks>
public sealed class BinPackPlacement : IPlacementPolicy
{
    /// <inheritdoc/>
    public string Name => "bin-pack";

    /// <inheritdoc/>
    public PlacementDecision Place(in PlacementRequest request, ReadOnlySpan<PlacementNode> nodes, ulong random)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        foreach (var i in new Round(nodes.Length, random))
        {
            var left = nodes[i].MemoryMiB - nodes[i].UsedMiB - request.MemoryMiB;
            if (nodes[i].Fits(request) && left < least) (best, least) = (i, left);
        }

        return best < 0 ? PlacementDecision.None : new(best, PlacementReason.Fullest, least);
    }
}
