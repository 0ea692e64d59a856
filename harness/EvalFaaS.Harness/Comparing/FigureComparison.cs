using System.Collections.Immutable;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Comparing;

/// <summary>One figure of two results: how B's stands to A's.</summary>
public sealed record FigureComparison
{
    /// <summary>The target in A.</summary>
    public required string Target { get; init; }

    /// <summary>The target in B, where it is another one.</summary>
    public string? TargetB { get; init; }

    /// <summary>The function.</summary>
    public required string Function { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Measure { get; init; }

    /// <summary>The start state.</summary>
    public required string State { get; init; }

    /// <summary>The metric, as in summary.json.</summary>
    public required string Metric { get; init; }

    /// <summary>The unit of both values.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether more is better.</summary>
    public bool HigherIsBetter { get; init; }

    /// <summary>A's value, or null where it has none.</summary>
    public double? A { get; init; }

    /// <summary>B's value, or null where it has none.</summary>
    public double? B { get; init; }

    /// <summary>Blocks of A with a value.</summary>
    public int BlocksA { get; init; }

    /// <summary>Blocks of B with a value.</summary>
    public int BlocksB { get; init; }

    /// <summary>Whether blocks were paired: only within one run.</summary>
    public bool Paired { get; init; }

    /// <summary>B/A with its 95 % interval; null where there are too few blocks.</summary>
    public Ends? Ratio { get; init; }

    /// <summary>The same ratio with an interval that holds together with those of all other comparisons.</summary>
    public Ends? Simultaneous { get; init; }

    /// <summary>The Hodges-Lehmann ratio with its rank interval: what remains where single blocks are far off.</summary>
    public Ends? ByRanks { get; init; }

    /// <summary>p value of "no difference".</summary>
    public double? P { get; init; }

    /// <summary>The same after Holm, for all comparisons together.</summary>
    public double? PAdjusted { get; init; }

    /// <summary>Cliff's delta of the block values, B against A.</summary>
    public double? CliffsDelta { get; init; }

    /// <summary>Its size in a word.</summary>
    public string? Effect { get; init; }

    /// <summary>What it came to.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>Undecided: how many more blocks on each side would probably decide; null where that is too many to name.</summary>
    public int? MoreBlocks { get; init; }

    /// <summary>Why there is no ratio, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>An estimate with the ends of its interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record Ends(double Value, double Low, double High)
{
    internal static Ends? Of(Interval interval) => interval is { Low: { } low, High: { } high } ? new Ends(interval.Value, low, high) : null;
}

/// <summary>Two results compared.</summary>
/// <param name="A">The first, which the second is measured by.</param>
/// <param name="B">The second.</param>
/// <param name="Margin">The margin, as a share.</param>
/// <param name="Verdict">Worse where anything is; else undecided where anything is; else better where anything is.</param>
/// <param name="Comparisons">The comparisons: the family that p values are adjusted for.</param>
/// <param name="OnlyInA">Cells that only A has.</param>
/// <param name="OnlyInB">Cells that only B has.</param>
/// <param name="Warnings">What a reader must know before believing the verdicts.</param>
public sealed record ResultComparison(
    ComparedResult A,
    ComparedResult B,
    double Margin,
    Verdict Verdict,
    ImmutableArray<FigureComparison> Comparisons,
    ImmutableArray<string> OnlyInA,
    ImmutableArray<string> OnlyInB,
    ImmutableArray<string> Warnings);

/// <summary>One of the two results.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Run">The run's identity.</param>
/// <param name="Suite">The suite's name.</param>
/// <param name="Version">The EvalFaaS that ran it.</param>
/// <param name="Cpu">The machine's processor.</param>
public sealed record ComparedResult(string Folder, string Run, string Suite, string Version, string Cpu);
