namespace EvalFaaS.Policies;

/// <summary>Places where the request is served soonest: near, and where the module need not be fetched first.</summary>
/// <remarks>Ours: the sum of the round trip and, where the module is absent, the time of its fetch. A fetch that costs more than a round trip makes requests go to the module, one that costs less makes the module come to them.</remarks>
public sealed class LocalityPlacement(LocalityOptions options) : IPlacementPolicy
{
    private readonly double _fetch = PolicyOptions.Checked(options).Fetch;

    /// <inheritdoc/>
    public string Name => "locality";

    /// <inheritdoc/>
    public PlacementDecision Place(in PlacementRequest request, ReadOnlySpan<PlacementNode> nodes, ulong random)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        foreach (var i in new Round(nodes.Length, random))
        {
            var cost = nodes[i].DistanceSeconds + (nodes[i].HasArtefact ? 0 : _fetch);
            if (nodes[i].Fits(request) && cost < least) (best, least) = (i, cost);
        }

        return best < 0 ? PlacementDecision.None : new(best, PlacementReason.Nearest, nodes[best].DistanceSeconds);
    }
}
