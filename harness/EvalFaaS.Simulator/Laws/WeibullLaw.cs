using EvalFaaS.Simulator.Streams;
using MathNet.Numerics;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Weibull: a shape below 1 makes gaps bursty, above 1 regular.</summary>
/// <param name="shape">The shape, above 0.</param>
/// <param name="scale">The scale, above 0.</param>
public sealed class WeibullLaw(double shape, double scale) : Law
{
    private readonly double _shape = Positive(shape, nameof(shape));
    private readonly double _scale = Positive(scale, nameof(scale));

    /// <inheritdoc/>
    public override double Mean => _scale * SpecialFunctions.Gamma(1 + 1 / _shape);

    /// <inheritdoc/>
    public override double Variance => _scale * _scale * SpecialFunctions.Gamma(1 + 2 / _shape) - Mean * Mean;

    /// <summary>The probability of at most so much.</summary>
    public double Cdf(double x) => x <= 0 ? 0 : 1 - Math.Exp(-Math.Pow(x / _scale, _shape));

    /// <inheritdoc/>
    public override double Sample(RandomStream random) => _scale * Math.Pow(random.Exponential(), 1 / _shape);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Weibull, shape {_shape:g6}, scale {_scale:g6}");
}
