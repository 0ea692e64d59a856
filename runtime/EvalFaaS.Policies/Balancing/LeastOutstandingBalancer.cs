namespace EvalFaaS.Policies;

/// <summary>Takes the endpoint with the fewest requests outstanding; of equals one by chance.</summary>
public sealed class LeastOutstandingBalancer : ILoadBalancer
{
    /// <inheritdoc/>
    public string Name => "least-outstanding";

    /// <inheritdoc/>
    public BalanceDecision Pick(ReadOnlySpan<BalanceEndpoint> endpoints, double now, ulong random)
    {
        var best = -1;
        foreach (var i in new Round(endpoints.Length, random))
            if (endpoints[i].Alive && (best < 0 || endpoints[i].Outstanding < endpoints[best].Outstanding)) best = i;
        return best < 0 ? BalanceDecision.None : new(best, BalanceReason.LeastOutstanding, endpoints[best].Outstanding);
    }
}
