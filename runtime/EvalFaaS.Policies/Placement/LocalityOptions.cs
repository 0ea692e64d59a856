namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="LocalityPlacement"/>.</summary>
public sealed record LocalityOptions
{
    /// <summary>What the fetch of an absent module counts for. Default 0.1 s.</summary>
    [PolicyOption("fetch", "What the fetch of an absent module counts for, against round trips.", Unit.Seconds, 0, 3600, "ours: a module of a few MiB over 1 Gbit/s, and its check")]
    public double Fetch { get; init; } = 0.1;
}
