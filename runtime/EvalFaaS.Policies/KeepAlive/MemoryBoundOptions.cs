namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="LruKeepAlive"/> and <see cref="GreedyDualKeepAlive"/>.</summary>
public sealed record MemoryBoundOptions
{
    /// <summary>Memory that all idle instances together may hold. Default unbounded: only the machine's own memory bounds it.</summary>
    [PolicyOption("memory", "Memory that all idle instances together may hold; unbounded leaves it to the machine's.", Unit.MiB, 0, double.PositiveInfinity, "ours: the papers bound the server's memory as a whole")]
    public double Memory { get; init; } = double.PositiveInfinity;
}
