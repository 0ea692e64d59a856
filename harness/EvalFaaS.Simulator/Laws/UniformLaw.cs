using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Uniform between two bounds.</summary>
/// <param name="low">The lowest, 0 or more.</param>
/// <param name="high">The highest, above the lowest.</param>
public sealed class UniformLaw(double low, double high) : Law
{
    private readonly double _low = NotNegative(low, nameof(low));
    private readonly double _width = Positive(high - low, "width");

    /// <inheritdoc/>
    public override double Mean => _low + _width / 2;

    /// <inheritdoc/>
    public override double Variance => _width * _width / 12;

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => _low + _width * random.Unit();

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"uniform, {_low:g6} to {_low + _width:g6}");
}
