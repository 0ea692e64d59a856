using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>Gamma; Erlang where the shape is a whole number.</summary>
/// <param name="shape">The shape, above 0.</param>
/// <param name="scale">The scale, above 0; the mean is shape times scale.</param>
/// <remarks>Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000; a shape below 1 by their boost.</remarks>
public sealed class GammaLaw(double shape, double scale) : Law
{
    private readonly double _shape = Positive(shape, nameof(shape));
    private readonly double _scale = Positive(scale, nameof(scale));
    private readonly double _d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;

    /// <inheritdoc/>
    public override double Mean => _shape * _scale;

    /// <inheritdoc/>
    public override double Variance => _shape * _scale * _scale;

    /// <summary>The one with this mean and squared coefficient of variation.</summary>
    public static GammaLaw Of(double mean, double scv) => new(1 / Positive(scv, nameof(scv)), Positive(mean, nameof(mean)) * scv);

    /// <summary>Erlang: the sum of so many exponential stages.</summary>
    /// <param name="stages">Stages, at least 1.</param>
    /// <param name="mean">The mean of the sum.</param>
    public static GammaLaw Erlang(int stages, double mean) => new(stages, Positive(mean, nameof(mean)) / stages);

    /// <inheritdoc/>
    public override double Sample(RandomStream random)
    {
        var boost = _shape < 1 ? Math.Pow(random.PositiveUnit(), 1 / _shape) : 1;
        var c = 1 / Math.Sqrt(9 * _d);
        while (true)
        {
            var x = random.Normal();
            var v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            var u = random.PositiveUnit();
            if (Math.Log(u) < 0.5 * x * x + _d * (1 - v + Math.Log(v))) return _d * v * boost * _scale;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"gamma, shape {_shape:g6}, scale {_scale:g6}");
}
