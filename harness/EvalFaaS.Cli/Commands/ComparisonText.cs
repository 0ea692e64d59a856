using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Comparing;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Cli.Commands;

/// <summary>A comparison as people read it.</summary>
internal static class ComparisonText
{
    private static readonly string[] Columns = ["target", "function", "measure", "state", "metric", "A", "B", "B/A", "95 % interval", "p (Holm)", "effect", "verdict"];

    public static void Write(ResultComparison result)
    {
        Console.WriteLine($"A: {result.A.Folder} ({result.A.Suite}, {result.A.Version})");
        Console.WriteLine($"B: {result.B.Folder} ({result.B.Suite}, {result.B.Version})");
        Console.WriteLine();
        Output.WriteTable(Columns, result.Comparisons.Select(Row));
        Console.WriteLine();
        foreach (var comparison in result.Comparisons.Where(c => c.Note is not null)) Console.WriteLine($"{Id(comparison)}: {comparison.Note}.");
        foreach (var id in result.OnlyInA) Console.WriteLine($"Only in A, not compared: {id}.");
        foreach (var id in result.OnlyInB) Console.WriteLine($"Only in B, not compared: {id}.");
        foreach (var warning in result.Warnings) Console.WriteLine($"Note: {warning}");
        Console.WriteLine(Conclusion(result));
    }

    private static string[] Row(FigureComparison c) =>
    [
        c.TargetB is null ? c.Target : $"{c.Target} : {c.TargetB}", c.Function, c.Measure, c.State, c.Metric,
        c.A is { } a ? Quantity.Format(a, c.Unit) : "", c.B is { } b ? Quantity.Format(b, c.Unit) : "",
        c.Ratio is { } r ? Number(r.Value) : "", c.Ratio is { } i ? $"{Number(i.Low)} to {Number(i.High)}" : "",
        c.PAdjusted is { } p ? p < 0.0005 ? "<0.001" : Number(p) : "", c.Effect ?? "", Words(c),
    ];

    private static string Words(FigureComparison c) => c.Verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.NoDifference => "no difference",
        _ when c.MoreBlocks is { } more => $"undecided: {more} more {(more == 1 ? "block" : "blocks")}",
        _ when c.Note is null => $"undecided: over {BlocksNeeded.Most} more blocks",
        _ => "undecided",
    };

    private static string Conclusion(ResultComparison result)
    {
        var margin = new Margin(result.Margin);
        int Count(Verdict verdict) => result.Comparisons.Count(c => c.Verdict == verdict);
        return $"Of {result.Comparisons.Length} comparisons {Count(Verdict.Worse)} worse, {Count(Verdict.Better)} better, {Count(Verdict.NoDifference)} without a difference beyond {margin}, {Count(Verdict.Undecided)} undecided.";
    }

    private static string Id(FigureComparison c) => $"{c.Target}/{c.Function}/{c.Measure}/{c.State}/{c.Metric}";

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
