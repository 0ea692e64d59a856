using MathNet.Numerics.Distributions;

namespace EvalFaaS.Simulator.Validation;

/// <summary>How far a value may lie from the exact one when there are many values.</summary>
/// <remarks>Šidák's bound: were the simulator right, the largest of all would pass it in one run of a thousand, whatever their number. Source: Z. Šidák, JASA 62, 1967, which holds for dependent normal values, too.</remarks>
public static class ZBound
{
    /// <summary>The probability that a right simulator fails, over the whole table.</summary>
    public const double FamilyError = 0.001;

    /// <summary>The bound for so many values.</summary>
    public static double For(int values) => -Normal.InvCDF(0, 1, (1 - Math.Pow(1 - FamilyError, 1.0 / values)) / 2);
}
