using System.Collections.Immutable;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>One thing to be measured.</summary>
public sealed record TargetSpec
{
    /// <summary>Its name in the results, unique in the suite.</summary>
    public required string Name { get; init; }

    /// <summary>Which kind of target it is, for example <c>wasmtime</c> or <c>container</c>. Default: its name.</summary>
    public required string Kind { get; init; }

    /// <summary>What stands before it: <c>gateway</c>, or null for nothing.</summary>
    public string? Via { get; init; }

    /// <summary>Options of that kind, as written (for example <c>runtime: podman</c>).</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
