using System.Collections.Immutable;

namespace EvalFaaS.Harness.Comparing;

/// <summary>What was compared.</summary>
public enum AaKind
{
    /// <summary>Two like targets of one run, paired by block.</summary>
    OneRun,

    /// <summary>The same target in two runs, one after the other, not paired.</summary>
    TwoRuns,

    /// <summary>A target and the same made slower, in one run.</summary>
    Slowed,
}

/// <summary>What the comparisons of one kind came to.</summary>
/// <param name="Kind">What was compared.</param>
/// <param name="Target">The target.</param>
/// <param name="Function">The function.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Pairs">Comparisons.</param>
/// <param name="Worse">Called worse.</param>
/// <param name="Better">Called better.</param>
/// <param name="NoDifference">Called no difference.</param>
/// <param name="Undecided">Left undecided.</param>
/// <param name="BelowAlpha">With a p value of at most 5 %, whatever the margin said.</param>
/// <param name="Chance">The chance of so many or more of these, if each has 5 %: above 2.5 % it is compatible with that.</param>
/// <param name="Ratio">Geometric mean of the ratios found.</param>
public sealed record AaRow(
    AaKind Kind, string Target, string Function, string Metric, int Pairs, int Worse, int Better, int NoDifference, int Undecided, int BelowAlpha, double Chance, double Ratio);

/// <summary>Spread of a figure, as standard deviations of its logarithm: about coefficients of variation.</summary>
/// <param name="Target">The target.</param>
/// <param name="Function">The function.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Within">Between the blocks of one run.</param>
/// <param name="Between">Between runs, beyond what blocks explain.</param>
/// <param name="Runs">Runs.</param>
public sealed record AaSpread(string Target, string Function, string Metric, double Within, double Between, int Runs);

/// <summary>An A/A study.</summary>
/// <param name="Runs">Runs.</param>
/// <param name="Margin">The margin.</param>
/// <param name="Comparisons">What comparisons came to.</param>
/// <param name="Spreads">How figures spread.</param>
public sealed record AaResult(int Runs, double Margin, ImmutableArray<AaRow> Comparisons, ImmutableArray<AaSpread> Spreads);
