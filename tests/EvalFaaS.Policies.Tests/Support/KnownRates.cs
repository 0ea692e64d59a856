namespace EvalFaaS.Policies.Tests;

/// <summary>A forecast whose rates are known: a Poisson process of the given rate at each moment, one of each function.</summary>
internal sealed class KnownRates(Func<int, double, double> rate, double reach = 3600) : IForecast
{
    public double Reach => reach;

    public double MeanRate(int function, double now, double ahead) => rate(function, now + ahead);

    /// <summary>The band is the rate itself at the median, and grows in proportion to the level.</summary>
    public double RateQuantile(int function, double now, double ahead, double level) => rate(function, now + ahead) * 2 * level;
}
