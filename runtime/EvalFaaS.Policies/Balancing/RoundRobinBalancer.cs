namespace EvalFaaS.Policies;

/// <summary>Takes one endpoint after the other.</summary>
public sealed class RoundRobinBalancer : ILoadBalancer
{
    private int _last = -1;

    /// <inheritdoc/>
    public string Name => "round-robin";

    /// <inheritdoc/>
    public BalanceDecision Pick(ReadOnlySpan<BalanceEndpoint> endpoints, double now, ulong random)
    {
        for (var step = 1; step <= endpoints.Length; step++)
        {
            var i = (_last + step) % endpoints.Length;
            if (!endpoints[i].Alive) continue;
            _last = i;
            return new(i, BalanceReason.Next);
        }

        return BalanceDecision.None;
    }
}
