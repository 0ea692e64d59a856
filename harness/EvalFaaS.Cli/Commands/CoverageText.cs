using System.Globalization;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Cli.Commands;

/// <summary>The tables of <c>statistics coverage</c> in Markdown.</summary>
internal static class CoverageText
{
    public static void Write(IReadOnlyList<CoverageRow> intervals, IReadOnlyList<VerdictRow> verdicts, double single, double holm)
    {
        WriteIntervals("Blocks of one target", intervals.Where(r => r.Subject == "blocks"));
        WriteIntervals("Ratio of two targets", intervals.Where(r => r.Subject == "ratio"));
        WriteIntervals("Requests of one trial", intervals.Where(r => r.Subject == "requests"));
        WriteVerdicts(verdicts);
        Console.WriteLine($"Ten comparisons of like with like, ten blocks: at least one is called a difference in {Percent(single)} of runs by single p values, in {Percent(holm)} after Holm.");
    }

    private static void WriteIntervals(string title, IEnumerable<CoverageRow> rows)
    {
        var all = rows.ToList();
        var shapes = all.Select(r => r.Data).Distinct().ToList();
        Console.WriteLine($"| {title} | n | {string.Join(" | ", shapes)} | used |");
        Console.WriteLine($"|---|---|{string.Concat(shapes.Select(_ => "---|"))}---|");
        foreach (var line in all.GroupBy(r => (r.Method, r.Size)))
            Console.WriteLine($"| {line.Key.Method} | {line.Key.Size} | {string.Join(" | ", line.Select(Coverage))} | {(line.First().Used ? "yes" : "no")} |");
        Console.WriteLine();
    }

    private static void WriteVerdicts(IReadOnlyList<VerdictRow> rows)
    {
        Console.WriteLine($"| True ratio | spread of a block's ratio | blocks | worse | better | no difference beyond {VerdictStudy.Margin} | undecided |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var r in rows)
            Console.WriteLine($"| {r.Ratio.ToString("0.00", CultureInfo.InvariantCulture)} | {r.Spread.ToString("P0", CultureInfo.InvariantCulture)} | {r.Blocks} | {Percent(r.Worse)} | {Percent(r.Better)} | {Percent(r.NoDifference)} | {Percent(r.Undecided)} |");
        Console.WriteLine();
    }

    private static string Coverage(CoverageRow row)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{row.Coverage * 100:0.0} ± {row.StandardError * 100:0.0}");
        return row.Fails ? $"**{text}**" : text;
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
