using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws;

/// <summary>The law of a positive random number, as a rule of seconds. Immutable; whoever draws brings the stream.</summary>
public abstract class Law
{
    /// <summary>Its mean.</summary>
    public abstract double Mean { get; }

    /// <summary>Its variance.</summary>
    public abstract double Variance { get; }

    /// <summary>Squared coefficient of variation: 0 constant, 1 exponential.</summary>
    public double Scv => Mean == 0 ? 0 : Variance / (Mean * Mean);

    /// <summary>The mean of its square.</summary>
    public double SecondMoment => Variance + Mean * Mean;

    /// <summary>Draws one.</summary>
    public abstract double Sample(RandomStream random);

    /// <summary>A parameter that must be positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static double Positive(double value, string what) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(what, value, $"The {what} of this law must be positive and finite, and {value} is not.");

    /// <summary>A parameter that must not be negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is.</exception>
    protected static double NotNegative(double value, string what) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(what, value, $"The {what} of this law must be 0 or more and finite, and {value} is not.");
}
