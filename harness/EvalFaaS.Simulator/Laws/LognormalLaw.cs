using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Lognormal: the logarithm is normal. What service times mostly look like.</summary>
/// <param name="median">The median, above 0: exp of the mean of the logarithm.</param>
/// <param name="sigma">Standard deviation of the logarithm, above 0.</param>
public sealed class LognormalLaw(double median, double sigma) : Law
{
    private readonly double _median = Positive(median, nameof(median));
    private readonly double _sigma = Positive(sigma, nameof(sigma));

    /// <inheritdoc/>
    public override double Mean => _median * Math.Exp(_sigma * _sigma / 2);

    /// <inheritdoc/>
    public override double Variance => Mean * Mean * (Math.Exp(_sigma * _sigma) - 1);

    /// <summary>The one with this mean and squared coefficient of variation.</summary>
    public static LognormalLaw Of(double mean, double scv)
    {
        var variance = Math.Log(1 + Positive(scv, nameof(scv)));
        return new LognormalLaw(Positive(mean, nameof(mean)) * Math.Exp(-variance / 2), Math.Sqrt(variance));
    }

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => _median * Math.Exp(_sigma * random.Normal());

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"lognormal, median {_median:g6}, sigma {_sigma:g6}");
}
