using System.Collections.Immutable;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>A function with one of its inputs, or several of them mixed by weight.</summary>
public sealed record Workload
{
    /// <summary>The function's name under scenarios/functions, for example <c>echo</c>; of a mix its own name.</summary>
    public required string Function { get; init; }

    /// <summary>The name of the input, or null for the function's first.</summary>
    public string? Input { get; init; }

    /// <summary>Bodies of random size in place of the input's, or null.</summary>
    public PayloadLaw? Payload { get; init; }

    /// <summary>The size that its modules are padded to by code that is never called, bytes; null: as they are. No part of the label: it is a measure's level.</summary>
    public int? ModuleBytes { get; init; }

    /// <summary>What it mixes; empty where it is one function.</summary>
    public ImmutableArray<MixedWorkload> Mix { get; init; } = [];

    /// <summary>How the results call it: <c>echo</c>, <c>echo:large</c> with an input named, <c>echo:100B</c> with random bodies, a mix by its name.</summary>
    public string Label => string.Join(':', new[] { Function, Input, Payload?.Label }.OfType<string>());

    /// <summary>The functions in it with their weights: itself, unless it is a mix.</summary>
    public ImmutableArray<MixedWorkload> Parts => Mix.IsEmpty ? [new MixedWorkload(this, 1)] : Mix;

    /// <inheritdoc/>
    public bool Equals(Workload? other) => other is not null && Label == other.Label && ModuleBytes == other.ModuleBytes && Equals(Payload, other.Payload) && Mix.SequenceEqual(other.Mix);

    /// <inheritdoc/>
    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A part of a mix.</summary>
/// <param name="Workload">The function; no mix itself.</param>
/// <param name="Weight">Its weight, above 0: its share is this divided by the sum of all.</param>
public sealed record MixedWorkload(Workload Workload, double Weight);
