namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="HashAffinityPlacement"/>.</summary>
public sealed record HashAffinityOptions
{
    /// <summary>By how much a node may exceed the average. Default 0.25; unbounded is plain hashing.</summary>
    [PolicyOption("slack", "By which share of the average number of instances a node may exceed it; unbounded is plain hashing.", Unit.Share, 0.01, double.PositiveInfinity, "Mirrokni et al., Consistent Hashing with Bounded Loads, SODA 2018: ε, of which HAProxy and Vimeo use 0.25 to 1")]
    public double Slack { get; init; } = 0.25;
}
