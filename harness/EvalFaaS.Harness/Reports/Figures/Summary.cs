using System.Collections.Immutable;

namespace EvalFaaS.Harness.Reports;

/// <summary>Every figure of a result: summary.json.</summary>
public sealed record Summary
{
    /// <summary>Version of this file; fields are only ever added.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The run's identity.</summary>
    public required string Run { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>Undisturbed blocks that were run.</summary>
    public required int Blocks { get; init; }

    /// <summary>The report's answer, a sentence each.</summary>
    public ImmutableArray<string> Answer { get; init; } = [];

    /// <summary>Target, function, measure and start state.</summary>
    public required ImmutableArray<Cell> Cells { get; init; }

    /// <summary>Comparisons.</summary>
    public required ImmutableArray<Comparison> Comparisons { get; init; }

    /// <summary>Published functions and targets beside what of this run corresponds to them; null where the suite names none, empty where the data were not there.</summary>
    public ImmutableArray<PublishedPair>? Published { get; init; }

    /// <summary>The comparisons with the blocks that were dropped because the machine was disturbed; null where none were.</summary>
    public ImmutableArray<Comparison>? WithDisturbed { get; init; }
}
