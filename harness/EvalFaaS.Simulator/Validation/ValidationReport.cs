namespace EvalFaaS.Simulator.Validation;

/// <summary>The whole table, and whether it holds.</summary>
/// <param name="Rows">All quantities.</param>
/// <param name="ZBound">How far each may lie off.</param>
/// <param name="LargestLittleError">The largest relative error of Little's law over all runs.</param>
/// <param name="LostInvocations">Invocations that arrived and are not accounted for, over all runs.</param>
/// <param name="Runs">How many runs the last two are of.</param>
/// <param name="SimFaas">The comparison with SimFaaS's table; null where the data is absent.</param>
/// <param name="SimFaasDeterministic">The same with deterministic service, for comparison; it is not judged.</param>
/// <param name="Seed">The seed.</param>
public sealed record ValidationReport(IReadOnlyList<ValidationRow> Rows, double ZBound, double LargestLittleError, long LostInvocations, int Runs, SimFaasReport? SimFaas, SimFaasReport? SimFaasDeterministic, long Seed)
{
    /// <summary>The largest error of Little's law that rounding explains.</summary>
    public const double LittleTolerance = 1e-9;

    /// <summary>What does not hold, in sentences; empty where all does.</summary>
    public IReadOnlyList<string> Failures { get; } = [.. Find(Rows, ZBound, LargestLittleError, LostInvocations, SimFaas)];

    /// <summary>Whether all holds.</summary>
    public bool Passed => Failures.Count == 0;

    private static IEnumerable<string> Find(IReadOnlyList<ValidationRow> rows, double bound, double little, long lost, SimFaasReport? simFaas)
    {
        foreach (var row in rows.Where(r => !(Math.Abs(r.Z) <= bound)))
            yield return FormattableString.Invariant($"{row.Case}, {row.Quantity}: {row.Value:g6} instead of {row.Expected:g6} is {row.Z:f1} standard errors off, and {bound:f2} is the bound.");
        if (!(little <= LittleTolerance)) yield return FormattableString.Invariant($"Little's law fails by {little:g2} in a run; rounding explains {LittleTolerance:g1}.");
        if (lost != 0) yield return $"{lost} invocations are not accounted for.";
        if (simFaas is { Passed: false }) yield return FormattableString.Invariant($"SimFaaS's {simFaas.Points.Count} points: the sum of z squared is {simFaas.SumOfSquares:f1}, and {simFaas.Bound:f1} is the bound.");
    }
}
