namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="FixedKeepAlive"/>.</summary>
public sealed record FixedKeepAliveOptions
{
    /// <summary>How long an idle instance is kept. Default 600 s.</summary>
    [PolicyOption("window", "How long an idle instance is kept.", Unit.Seconds, 0, 604_800, "the fixed policy that Serverless in the Wild (ATC 2020) section 5.1 compares with; 10 minutes there")]
    public double Window { get; init; } = 600;
}
