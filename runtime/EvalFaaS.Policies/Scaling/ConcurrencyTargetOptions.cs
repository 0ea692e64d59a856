namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="ConcurrencyTargetScaling"/>.</summary>
public sealed record ConcurrencyTargetOptions : PanicScalingOptions
{
    /// <summary>Requests at a time for one instance, at most what it can take. Default 100.</summary>
    [PolicyOption("target", "Requests at a time for one instance; never more than it can take.", Unit.Requests, 0.01, 1_000_000, "Knative Serving, config-autoscaler: container-concurrency-target-default")]
    public double Target { get; init; } = 100;
}
