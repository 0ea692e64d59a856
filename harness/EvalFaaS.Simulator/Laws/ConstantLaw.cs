using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Always the same.</summary>
/// <param name="value">The value, 0 or more.</param>
public sealed class ConstantLaw(double value) : Law
{
    private readonly double _value = NotNegative(value, nameof(value));

    /// <inheritdoc/>
    public override double Mean => _value;

    /// <inheritdoc/>
    public override double Variance => 0;

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => _value;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"constant {_value:g6}");
}
