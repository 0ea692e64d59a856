namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="OracleKeepAlive"/>.</summary>
public sealed record OracleKeepAliveOptions
{
    /// <summary>For how long one avoided cold start is worth an idle instance. Default 600 s.</summary>
    [PolicyOption("patience", "For how long one avoided cold start is worth an idle instance.", Unit.Seconds, 0, double.PositiveInfinity, "ours: that of the fixed policy")]
    public double Patience { get; init; } = 600;

    /// <summary>Whether it may load ahead of the call, just in time. Default false: it only knows whether to keep.</summary>
    [PolicyOption("pre-warm", "Whether it may unload and load again just in time; then nothing but the first call is cold, and next to nothing is wasted.", Unit.None, 0, 1, "ours")]
    public bool PreWarm { get; init; }
}
