using System.Collections.Immutable;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Comparing;

/// <summary>What is compared, and against what.</summary>
public sealed record CompareOptions
{
    /// <summary>The margin, chosen before the results are looked at. Default 5 %.</summary>
    public Margin Margin { get; init; } = new(0.05);

    /// <summary>Metrics, as in summary.json. Default: those on which targets are compared in reports.</summary>
    public ImmutableArray<string> Metrics { get; init; } = [];

    /// <summary>A target of the first result and one of the second; null compares each target with the one of its name.</summary>
    public (string A, string B)? Targets { get; init; }
}

/// <summary>Two results cannot be compared as was asked.</summary>
public sealed class CompareException(string message) : Exception(message);
