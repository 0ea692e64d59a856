using EvalFaaS.Harness.Load;

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

    /// <summary>Connections. Default 8.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Requests after which a connection is given up for a new one; 1: each request makes one. Null, the default: it is kept.</summary>
    public int? RequestsPerConnection { get; init; }

    /// <summary>Whether a connection serves more than one request.</summary>
    public bool KeepAlive => RequestsPerConnection != 1;

    /// <summary>The connections in words.</summary>
    public string ConnectionsInWords => RequestsPerConnection switch
    {
        null => $"{Connections} kept-alive connections",
        1 => $"a new connection for each request, {Connections} at once",
        var most => $"a new connection after every {most} requests of it, {Connections} at once",
    };
}

/// <summary>Requests at a rate that does not depend on the answers. <see cref="RatePerSecond"/> or <see cref="CapacityFraction"/> is set, unless the shape says itself when each request comes.</summary>
public sealed record OpenLoad : LoadSpec
{
    /// <summary>How the intended times are spaced. Default Poisson.</summary>
    public Arrivals Arrivals { get; init; } = Arrivals.Poisson;

    /// <summary>How the rate changes over time. Default: not at all.</summary>
    public LoadShape Shape { get; init; } = new ConstantShape();

    /// <summary>Requests a second, or null.</summary>
    public double? RatePerSecond { get; init; }

    /// <summary>Share (0 to 1) of the capacity of the slowest of the measure's targets for the same function, or null. All targets get the same rate.</summary>
    public double? CapacityFraction { get; init; }

    /// <summary>Slow clients beside it, or null.</summary>
    public SlowClientSpec? Slow { get; init; }

    /// <summary>The intended starts of one trial.</summary>
    /// <param name="rate">Requests a second that the shape's levels are multiples of.</param>
    /// <param name="random">Of it a Poisson process is drawn.</param>
    public IArrivals Draw(double rate, Random random)
    {
        if (Shape is TimestampShape listed) return new ListedArrivals(listed.Times);
        var over = Shape.Of(rate, Duration);
        return Arrivals == Arrivals.Even ? RateArrivals.Even(over) : RateArrivals.Poisson(over, random);
    }
}

/// <summary>Each of as many users as there are connections sends its next request when its last was answered.</summary>
public sealed record ClosedLoad : LoadSpec
{
    /// <summary>How long a user thinks before the next request; null: not at all.</summary>
    public ThinkTime? Think { get; init; }
}

/// <summary>How intended times are spaced.</summary>
public enum Arrivals
{
    /// <summary>Evenly.</summary>
    Even,

    /// <summary>As a Poisson process: independent users make it.</summary>
    Poisson,
}
