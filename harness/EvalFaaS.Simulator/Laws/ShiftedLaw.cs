using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Another law, and something always on top.</summary>
/// <param name="offset">What is always added, 0 or more.</param>
/// <param name="inner">The law of the rest.</param>
public sealed class ShiftedLaw(double offset, Law inner) : Law
{
    private readonly double _offset = NotNegative(offset, nameof(offset));

    /// <inheritdoc/>
    public override double Mean => _offset + inner.Mean;

    /// <inheritdoc/>
    public override double Variance => inner.Variance;

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => _offset + inner.Sample(random);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{_offset:g6} + {inner}");
}
