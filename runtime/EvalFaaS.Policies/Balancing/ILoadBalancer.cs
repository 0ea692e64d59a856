namespace EvalFaaS.Policies;

/// <summary>Decides which of a function's instances or nodes takes a request.</summary>
/// <remarks>Allocates nothing, except at <see cref="Describe"/>. The executor counts what is outstanding; only policies that learn from latency listen to <see cref="Completed"/>.</remarks>
public interface ILoadBalancer
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>Says how many endpoints there are: their numbers run from 0.</summary>
    void Describe(int endpoints)
    {
    }

    /// <summary>Chooses an endpoint.</summary>
    /// <param name="endpoints">The endpoints that there are, in a steady order.</param>
    /// <param name="now">The time, seconds on the executor's clock.</param>
    /// <param name="random">64 uniform random bits.</param>
    BalanceDecision Pick(ReadOnlySpan<BalanceEndpoint> endpoints, double now, ulong random);

    /// <summary>A request was answered.</summary>
    /// <param name="endpoint">The endpoint's number.</param>
    /// <param name="now">The time, seconds on the executor's clock.</param>
    /// <param name="latency">How long it took, seconds.</param>
    void Completed(int endpoint, double now, double latency)
    {
    }
}
