namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="QueueLagScaling"/>.</summary>
public sealed record QueueLagOptions : ScaleLimitOptions
{
    /// <summary>Unfinished requests for one instance. Default 10.</summary>
    [PolicyOption("lag", "Requests that have arrived and are not finished, for one instance.", Unit.Requests, 0.1, 1_000_000, "KEDA, Apache Kafka scaler: lagThreshold")]
    public double Lag { get; init; } = 10;

    /// <summary>How long the first of the queue may wait. Default 5 s.</summary>
    [PolicyOption("wait", "How long the first of the queue may wait before instances are added in proportion.", Unit.Seconds, 0.001, 86_400, "ours")]
    public double Wait { get; init; } = 5;
}
