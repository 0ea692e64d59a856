namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="RequestsTargetScaling"/>.</summary>
public sealed record RequestsTargetOptions : PanicScalingOptions
{
    /// <summary>Requests a second for one instance. Default 200.</summary>
    [PolicyOption("target", "Requests a second for one instance.", Unit.RequestsPerSecond, 0.01, 10_000_000, "Knative Serving, config-autoscaler: requests-per-second-target-default")]
    public double Target { get; init; } = 200;
}
