using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Exponential: no memory, squared coefficient of variation 1.</summary>
/// <param name="mean">Its mean, above 0.</param>
public sealed class ExponentialLaw(double mean) : Law
{
    private readonly double _mean = Positive(mean, nameof(mean));

    /// <inheritdoc/>
    public override double Mean => _mean;

    /// <inheritdoc/>
    public override double Variance => _mean * _mean;

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => _mean * random.Exponential();

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"exponential, mean {_mean:g6}");
}
