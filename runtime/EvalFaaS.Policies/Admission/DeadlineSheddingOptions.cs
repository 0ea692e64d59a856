namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="DeadlineSheddingAdmission"/>.</summary>
public sealed record DeadlineSheddingOptions
{
    /// <summary>Requests of a function that may wait. Default 1000.</summary>
    [PolicyOption("queue", "Requests of a function that may wait, whatever their deadlines.", Unit.Requests, 0, 1_000_000_000, "ours: the deadline is the bound that matters")]
    public int Queue { get; init; } = 1000;

    /// <summary>By which factor the expected time must fit. Default 1.</summary>
    [PolicyOption("caution", "By which factor the expected time until the answer must fit into what is left.", Unit.None, 0, 100, "ours")]
    public double Caution { get; init; } = 1;
}
