namespace EvalFaaS.Harness.Load;

/// <summary>A stretch of time over which a rate changes linearly.</summary>
/// <param name="Seconds">Its length.</param>
/// <param name="From">Requests a second at its begin.</param>
/// <param name="To">Requests a second at its end.</param>
public readonly record struct RateSegment(double Seconds, double From, double To)
{
    /// <summary>Requests expected in it.</summary>
    public double Count => CountUntil(Seconds);

    /// <summary>The rate after so many seconds of it.</summary>
    public double At(double seconds) => From + Slope * seconds;

    /// <summary>Requests expected in its first seconds.</summary>
    public double CountUntil(double seconds) => (From + Slope * seconds / 2) * seconds;

    /// <summary>The moment in it at which so many are expected: the root of a quadratic, in the form that also holds where the slope is 0; infinite where nothing is ever expected.</summary>
    public double TimeOf(double count) => From == 0 && To == 0 ? double.PositiveInfinity : count <= 0 ? 0 : 2 * count / (From + Math.Sqrt(Math.Max(0, From * From + 2 * Slope * count)));

    private double Slope => From == To ? 0 : (To - From) / Seconds;
}
