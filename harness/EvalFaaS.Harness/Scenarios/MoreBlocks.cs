namespace EvalFaaS.Harness.Scenarios;

/// <summary>Lets a run go on beyond its blocks until its intervals are narrow enough.</summary>
/// <remarks>
/// The run looks only after fixed numbers of blocks, and only at the width of intervals, never at what they say; else it would stop at a chance finding.
/// </remarks>
public sealed record MoreBlocks
{
    /// <summary>Blocks at most.</summary>
    public required int UpTo { get; init; }

    /// <summary>Blocks between two looks. Default 2.</summary>
    public int Every { get; init; } = 2;

    /// <summary>The run ends at a look at which each ratio's 95 % interval is at most this wide: upper minus lower end, as a share of the ratio. Default 0.1.</summary>
    public double Width { get; init; } = 0.1;
}
