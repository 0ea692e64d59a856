using System.Collections.Immutable;

namespace EvalFaaS.Engines;

/// <summary>A function's parameters and results.</summary>
/// <param name="Parameters">In order.</param>
/// <param name="Results">In order.</param>
public sealed record FunctionType(ImmutableArray<ValueKind> Parameters, ImmutableArray<ValueKind> Results)
{
    /// <summary>By structure, not by reference.</summary>
    public bool Equals(FunctionType? other) =>
        other is not null && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan()) && Results.AsSpan().SequenceEqual(other.Results.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parameters.Length, Results.Length);

    /// <summary>For example <c>(i32, i32) -> i64</c>.</summary>
    public override string ToString() =>
        $"({string.Join(", ", Parameters).ToLowerInvariant()}) -> {(Results.Length == 1 ? Results[0].ToString().ToLowerInvariant() : $"({string.Join(", ", Results).ToLowerInvariant()})")}";
}
