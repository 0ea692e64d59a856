using System.Collections.Immutable;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>Which policy of a kind decides for which function, and which ones decide beside it without effect.</summary>
/// <param name="Policy">For every function that has none of its own.</param>
public sealed record PolicyChoice(PolicySpec Policy)
{
    /// <summary>For these functions others. Default none; of two for the same function the last counts.</summary>
    public ImmutableArray<FunctionPolicy> Functions { get; init; } = [];

    /// <summary>Policies that decide beside the acting one, are recorded and have no effect. Default none.</summary>
    public ImmutableArray<PolicySpec> Shadows { get; init; } = [];

    /// <summary>All that act for some function.</summary>
    internal IEnumerable<PolicySpec> Acting => [Policy, .. Functions.Select(f => f.Policy)];

    /// <summary>The one that decides for a function.</summary>
    internal PolicySpec For(FunctionName function) => Functions.LastOrDefault(f => f.Function == function)?.Policy ?? Policy;
}

/// <summary>A policy for one function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Policy">Its policy.</param>
public sealed record FunctionPolicy(FunctionName Function, PolicySpec Policy);
