namespace EvalFaaS.Harness.Scenarios;

/// <summary>How requests are offered.</summary>
public abstract record LoadSpec
{
    /// <summary>How long requests are offered in each trial, after the warm-up. Default 1 s.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Load of the same kind before that, not recorded. Default 250 ms.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How much longer the warm-up may go on until the load is steady. Default four times <see cref="WarmUp"/>.</summary>
    public TimeSpan SteadyLimit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Connections, kept alive. Default 8.</summary>
    public int Connections { get; init; } = 8;
}

/// <summary>Requests at a rate that does not depend on the answers; either <see cref="RatePerSecond"/> or <see cref="CapacityFraction"/> is set.</summary>
public sealed record OpenLoad : LoadSpec
{
    /// <summary>How the intended times are spaced. Default Poisson.</summary>
    public Arrivals Arrivals { get; init; } = Arrivals.Poisson;

    /// <summary>Requests a second, or null.</summary>
    public double? RatePerSecond { get; init; }

    /// <summary>Share (0 to 1) of the capacity of the slowest of the measure's targets for the same function, or null. All targets get the same rate.</summary>
    public double? CapacityFraction { get; init; }
}

/// <summary>Each connection sends its next request when its last was answered.</summary>
public sealed record ClosedLoad : LoadSpec;

/// <summary>How intended times are spaced.</summary>
public enum Arrivals
{
    /// <summary>Evenly.</summary>
    Constant,

    /// <summary>Exponentially distributed gaps, as independent users make them.</summary>
    Poisson,
}
