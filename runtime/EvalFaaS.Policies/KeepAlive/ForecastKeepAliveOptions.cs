namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="ForecastKeepAlive"/>.</summary>
public sealed record ForecastKeepAliveOptions
{
    /// <summary>For how long one avoided cold start is worth an idle instance. Default 600 s.</summary>
    [PolicyOption("patience", "For how long one avoided cold start is worth an idle instance; the higher, the fewer cold starts and the more memory.", Unit.Seconds, 0, 604_800, "ours: that of the fixed policy")]
    public double Patience { get; init; } = 600;

    /// <summary>Whether a function's patience grows with its cold start and falls with its memory. Default false.</summary>
    [PolicyOption("by-cost", "Whether patience grows with the function's cold start (250 ms counts as 1) and falls with its memory (128 MiB counts as 1).", Unit.None, 0, 1, "ours")]
    public bool ByCost { get; init; }

    /// <summary>How far ahead windows are laid at most. Default 900 s.</summary>
    [PolicyOption("reach", "How far ahead windows are laid at most, never beyond what the forecast reaches.", Unit.Seconds, 1, 86_400, "ours: the forecast's farthest horizon")]
    public double Reach { get; init; } = 900;
}
