namespace EvalFaaS.Policies;

/// <summary>Takes the less busy of two endpoints chosen by chance.</summary>
/// <remarks>Two are enough: the longest queue grows with the logarithm of the logarithm of their number, where one by chance has it grow with the logarithm (Mitzenmacher, IEEE Transactions on Parallel and Distributed Systems 12(10), 2001). And two callers with the same stale view do not all run to the same endpoint, as with the least busy of all.</remarks>
public sealed class PowerOfTwoChoicesBalancer : ILoadBalancer
{
    /// <inheritdoc/>
    public string Name => "power-of-two-choices";

    /// <inheritdoc/>
    public BalanceDecision Pick(ReadOnlySpan<BalanceEndpoint> endpoints, double now, ulong random)
    {
        if (!AliveEndpoints.TryTwo(endpoints, random, out var first, out var second)) return first < 0 ? BalanceDecision.None : new(first, BalanceReason.OnlyOne);
        if (endpoints[second].Outstanding < endpoints[first].Outstanding) (first, second) = (second, first);
        return new(first, BalanceReason.LessBusyOfTwo, endpoints[first].Outstanding, endpoints[second].Outstanding);
    }
}
