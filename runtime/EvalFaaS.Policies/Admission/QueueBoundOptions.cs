namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="QueueBoundAdmission"/>.</summary>
public sealed record QueueBoundOptions
{
    /// <summary>Requests of a function that may wait. Default 100.</summary>
    [PolicyOption("queue", "Requests of a function that may wait.", Unit.Requests, 0, 1_000_000_000, "Knative Serving, the queue-proxy's depth: 10 × container concurrency; 10 at least")]
    public int Queue { get; init; } = 100;
}
