namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="PeakEwmaBalancer"/>.</summary>
public sealed record PeakEwmaOptions
{
    /// <summary>How fast the past fades. Default 10 s.</summary>
    [PolicyOption("decay", "After which time a latency counts for 1/e of what it did.", Unit.Seconds, 0.001, 3600, "Finagle, PeakEwma: decayTime, 10 s in Balancers.p2cPeakEwma")]
    public double Decay { get; init; } = 10;

    /// <summary>The cost of an endpoint that has a request outstanding and has never answered. Default 1,000,000 s.</summary>
    [PolicyOption("penalty", "The cost of an endpoint that has requests outstanding and has never answered.", Unit.Seconds, 0, 1e12, "ours: above any latency; Finagle has 2^47 ns")]
    public double Penalty { get; init; } = 1e6;
}
