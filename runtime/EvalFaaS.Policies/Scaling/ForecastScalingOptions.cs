namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="ForecastScaling"/>.</summary>
public sealed record ForecastScalingOptions : ScaleLimitOptions
{
    /// <summary>How far ahead the forecast is read. Default 60 s.</summary>
    [PolicyOption("lead", "How far ahead the forecast is read: at least as long as an instance takes to be ready.", Unit.Seconds, 0, 86_400, "ours: the forecast's nearest horizon")]
    public double Lead { get; init; } = 60;

    /// <summary>The quantile below which instances are added. Default 0.75.</summary>
    [PolicyOption("low", "The quantile of the rate that is always covered: the band's lower end.", Unit.Share, 0.01, 0.999, "ours")]
    public double Low { get; init; } = 0.75;

    /// <summary>The quantile above which instances go. Default 0.95.</summary>
    [PolicyOption("high", "The quantile of the rate beyond which instances go: the band's upper end.", Unit.Share, 0.01, 0.999, "ours")]
    public double High { get; init; } = 0.95;

    /// <summary>The share of an instance that is aimed at. Default 0.7.</summary>
    [PolicyOption("utilisation", "The share of an instance's concurrency that is aimed at.", Unit.Share, 0.01, 1, "Knative Serving, config-autoscaler: container-concurrency-target-percentage")]
    public double Utilisation { get; init; } = 0.7;

    /// <summary>How long a call takes until that is known. Default 0.1 s.</summary>
    [PolicyOption("service", "How long a call takes, until the load itself has shown it.", Unit.Seconds, 0.000001, 3600, "ours")]
    public double Service { get; init; } = 0.1;
}
