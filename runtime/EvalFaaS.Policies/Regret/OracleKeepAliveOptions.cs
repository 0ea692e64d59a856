namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="OracleKeepAlive"/>.</summary>
public sealed record OracleKeepAliveOptions
{
    /// <summary>For how long one avoided cold start is worth an idle instance. Default 600 s.</summary>
    [PolicyOption("patience", "For how long one avoided cold start is worth an idle instance.", Unit.Seconds, 0, double.PositiveInfinity, "ours: that of the fixed policy")]
    public double Patience { get; init; } = 600;

    /// <summary>Whether a function's patience grows with its cold start and falls with its memory, so that memory, not time, is what is weighed. Default true.</summary>
    [PolicyOption("by-cost", "Whether patience grows with the function's cold start (250 ms counts as 1) and falls with its memory (128 MiB counts as 1): what is wasted is memory over time.", Unit.None, 0, 1, "ours: without it, the bound is one of idle time")]
    public bool ByCost { get; init; } = true;

    /// <summary>Whether it may load ahead of the call, just in time. Default false: it only keeps or unloads.</summary>
    [PolicyOption("pre-warm", "Whether it may unload the last instance and load it again just in time; then a function with one instance at a time has but its first call cold, and wastes next to nothing.", Unit.None, 0, 1, "ours")]
    public bool PreWarm { get; init; }
}
