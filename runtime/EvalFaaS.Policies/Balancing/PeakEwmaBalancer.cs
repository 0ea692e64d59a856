namespace EvalFaaS.Policies;

/// <summary>Of two endpoints chosen by chance takes the one with the lower latency times its outstanding requests and one more.</summary>
/// <remarks>
/// Finagle's Peak EWMA: the latency is averaged with weights that fade over the decay time, jumps up at once to a higher one, and fades while nothing is heard, so that a slow endpoint is left quickly and tried again later. An endpoint that has never answered counts as costing nothing while it has nothing outstanding, and as much as the penalty once it has.
/// </remarks>
public sealed class PeakEwmaBalancer(PeakEwmaOptions options) : ILoadBalancer
{
    private readonly PeakEwmaOptions _options = PolicyOptions.Checked(options);
    private (double Latency, double At)[] _known = [];

    /// <inheritdoc/>
    public string Name => "peak-ewma";

    /// <inheritdoc/>
    public void Describe(int endpoints) => FunctionTable.Reach(ref _known, Math.Max(0, endpoints - 1));

    /// <inheritdoc/>
    public BalanceDecision Pick(ReadOnlySpan<BalanceEndpoint> endpoints, double now, ulong random)
    {
        if (!AliveEndpoints.TryTwo(endpoints, random, out var first, out var second)) return first < 0 ? BalanceDecision.None : new(first, BalanceReason.OnlyOne);
        var (a, b) = (Cost(endpoints[first], now), Cost(endpoints[second], now));
        return b < a ? new(second, BalanceReason.LowerLatencyOfTwo, b, a) : new(first, BalanceReason.LowerLatencyOfTwo, a, b);
    }

    /// <inheritdoc/>
    public void Completed(int endpoint, double now, double latency)
    {
        ref var known = ref _known[endpoint];
        var kept = Kept(now - known.At);
        var faded = known.Latency * kept;
        known = (latency > faded ? latency : faded + latency * (1 - kept), now);
    }

    private double Cost(in BalanceEndpoint endpoint, double now)
    {
        var (latency, at) = _known[endpoint.Id];
        if (latency == 0) return endpoint.Outstanding == 0 ? 0 : _options.Penalty + endpoint.Outstanding;
        return latency * Kept(now - at) * (endpoint.Outstanding + 1);
    }

    private double Kept(double seconds) => Math.Exp(-Math.Max(0, seconds) / _options.Decay);
}
