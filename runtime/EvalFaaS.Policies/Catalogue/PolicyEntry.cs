namespace EvalFaaS.Policies;

/// <summary>A policy as the catalogue knows it.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Name">Its name: kebab-case, its own among all kinds.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Source">The paper, specification or practice that it comes from.</param>
/// <param name="OptionsType">Its options record, or null where it has none.</param>
public sealed record PolicyEntry(PolicyKind Kind, string Name, string Summary, string Source, Type? OptionsType)
{
    /// <summary>Its options.</summary>
    public IReadOnlyList<PolicyOption> Options => OptionsType is null ? [] : PolicyOptions.Of(OptionsType);

    /// <summary>Makes it from its options record and what the executor has; <see cref="PolicySpec.Make{T}"/> is the typed way.</summary>
    public required Func<object?, PolicySurroundings, object> Make { get; init; }
}
