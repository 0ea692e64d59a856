namespace EvalFaaS.Policies;

/// <summary>Takes any endpoint, each as likely as the others.</summary>
public sealed class RandomBalancer : ILoadBalancer
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public BalanceDecision Pick(ReadOnlySpan<BalanceEndpoint> endpoints, double now, ulong random)
    {
        var alive = AliveEndpoints.Count(endpoints);
        return alive == 0 ? BalanceDecision.None : new(AliveEndpoints.At(endpoints, Mixing.Below(Mixing.Low(random), alive)), BalanceReason.Random);
    }
}
