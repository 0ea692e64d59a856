namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="QueueBoundAdmission"/>.</summary>
public sealed record QueueBoundOptions
{
    /// <summary>Requests of a function that may wait. Default 100.</summary>
    [PolicyOption("queue", "Requests of a function that may wait.", Unit.Requests, 0, 1_000_000_000, "Knative Serving, queue-proxy: 10 × container concurrency, here for ten slots")]
    public int Queue { get; init; } = 100;
}
