using EvalFaaS.Simulator.Results;

namespace EvalFaaS.Simulator.Validation;

/// <summary>A model whose exact solution is known.</summary>
public interface IValidationCase
{
    /// <summary>Its name in the table.</summary>
    string Name { get; }

    /// <summary>Simulates it and compares.</summary>
    /// <param name="scale">Length of the runs: 1 is what is published.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="seed">The seed.</param>
    CaseOutcome Run(double scale, int workers, long seed);
}

/// <summary>What a case showed.</summary>
/// <param name="Rows">A row for each quantity.</param>
/// <param name="Result">The runs themselves, for the laws that hold in each.</param>
public sealed record CaseOutcome(IReadOnlyList<ValidationRow> Rows, SimulationResult Result);
