using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Simulator.Validation;

/// <summary>One quantity that was simulated and is known exactly.</summary>
/// <param name="Case">What was simulated.</param>
/// <param name="Quantity">Which quantity.</param>
/// <param name="Source">Where the exact value comes from.</param>
/// <param name="Value">As simulated.</param>
/// <param name="Expected">As it must be.</param>
/// <param name="StandardError">Of the simulated value.</param>
/// <param name="Z">How many standard errors they lie apart, as a standard normal number.</param>
public sealed record ValidationRow(string Case, string Quantity, string Source, double Value, double Expected, double StandardError, double Z)
{
    /// <summary>A row of an estimate.</summary>
    public static ValidationRow Of(string name, string quantity, string source, Estimate estimate, double expected) =>
        new(name, quantity, source, estimate.Value, expected, estimate.StandardError, estimate.ZOf(expected));
}
