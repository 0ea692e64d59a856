namespace EvalFaaS.Harness.Load;

/// <summary>Starts that follow a rate, evenly or as a Poisson process.</summary>
/// <remarks>
/// Steps of one in the integral of the rate give even starts, exponential steps of mean one a Poisson process of that rate, constant or not:
/// E. Çınlar, Introduction to Stochastic Processes (1975), section 4.7 (time change of a unit-rate process).
/// </remarks>
public sealed class RateArrivals : IArrivals
{
    private readonly IRate _rate;
    private readonly Random? _random;
    private double _count;
    private long _last;

    private RateArrivals(IRate rate, Random? random) => (_rate, _random) = (rate, random);

    /// <summary>Evenly spaced where the rate is constant; elsewhere one for each whole request that the rate adds up to. The first is at once.</summary>
    public static RateArrivals Even(IRate rate) => new(rate, null);

    /// <summary>A Poisson process, homogeneous where the rate is constant.</summary>
    public static RateArrivals Poisson(IRate rate, Random random) => new(rate, random);

    /// <inheritdoc/>
    public long NextNs()
    {
        if (_random is not null) _count -= Math.Log(1 - _random.NextDouble());
        var seconds = _rate.TimeOf(_count);
        if (_random is null) _count++;
        if (!(seconds < long.MaxValue / 1e9)) return IArrivals.Never;
        // Rounding must not let a start overtake the one before.
        return _last = Math.Max(_last, (long)Math.Round(seconds * 1e9));
    }
}
