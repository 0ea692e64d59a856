namespace EvalFaaS.Simulator.Running;

/// <summary>How long and how often something is simulated.</summary>
public sealed record RunPlan
{
    /// <summary>Seconds that are counted, of each replication; above 0.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds before that which are not. Default 0.</summary>
    public double WarmUp { get; init; }

    /// <summary>When each replication ends, seconds.</summary>
    public double End => WarmUp + Seconds;

    /// <summary>Independent replications, at least 1. Default 1.</summary>
    public int Replications { get; init; } = 1;

    /// <summary>Threads. Default one a core; the result does not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Over minutes that are counted, with those before them as warm-up.</summary>
    /// <param name="from">The first that is counted.</param>
    /// <param name="to">The first after them.</param>
    public static RunPlan OfMinutes(int from, int to) => new() { WarmUp = 60.0 * from, Seconds = 60.0 * (to - from) };
}
