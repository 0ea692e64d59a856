namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="ConcurrencyLimitAdmission"/>.</summary>
public sealed record ConcurrencyLimitOptions
{
    /// <summary>Requests of a function that run at a time; 0 is as many as there are slots. Default 0.</summary>
    [PolicyOption("limit", "Requests of a function that run at a time; 0 is as many as there are slots.", Unit.Requests, 0, 1_000_000_000, "ours: as AWS Lambda's reserved concurrency, which refuses above it")]
    public int Limit { get; init; }
}
