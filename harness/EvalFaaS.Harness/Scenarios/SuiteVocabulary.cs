namespace EvalFaaS.Harness.Scenarios;

/// <summary>The names that a suite may use.</summary>
/// <param name="TargetKinds">Kinds of targets that this program knows, available here or not.</param>
/// <param name="Functions">Functions under scenarios/functions.</param>
public sealed record SuiteVocabulary(IReadOnlyCollection<string> TargetKinds, IReadOnlyCollection<string> Functions)
{
    /// <summary>The inputs of a function, cases and faults. Default: none is known.</summary>
    public Func<string, IReadOnlyList<string>> InputsOf { get; init; } = _ => [];
}
