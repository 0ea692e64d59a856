using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Studies.Reports;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas report</c>: writes a result's report anew, or checks every number of the one that is there.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("dir") { Description = "A result's folder; several make a trend.", Arity = ArgumentArity.OneOrMore };
        var verify = new Option<bool>("--verify") { Description = "Recompute every printed number from the raw data; exit 1 and name it where one differs." };
        var output = new Option<string?>("--out") { Description = "The folder of the trend over several results.", HelpName = "DIR" };
        var json = CommonOptions.Json();
        var command = new Command("report", "Write the report of a result again, or verify it; over several results, write their trend.") { folders, verify, output, json };
        command.SetAction(parsed => (parsed.GetValue(folders)!, parsed.GetValue(verify), parsed.GetValue(output)) switch
        {
            ({ Length: > 1 }, true, _) => throw new UsageException("--verify takes one result at a time."),
            ([var folder], true, null) => Verify(folder, parsed.GetValue(json)),
            ([var folder], false, null) => Write(folder),
            ([_], _, not null) => throw new UsageException("--out is for a trend over several results; the report of one is written into its own folder."),
            (_, _, null) => throw new UsageException("A trend over several results needs --out DIR, the folder that it is written to."),
            (var several, _, { } folder) => WriteTrend(several, folder),
        });
        return command;
    }

    private static int Write(string folder)
    {
        if (StudyReport.IsStudy(folder)) StudyReport.Write(folder);
        else ReportWriter.Write(folder);
        Console.WriteLine($"Report: {Path.Combine(folder, "report.html")}");
        return ExitCode.Done;
    }

    private static int WriteTrend(string[] folders, string output)
    {
        if (folders.FirstOrDefault(StudyReport.IsStudy) is { } study) throw new UsageException($"{study} was computed: it has no trend, since the same seed gives the same figures.");
        TrendWriter.Write(folders, output);
        Console.WriteLine($"Trend: {Path.Combine(output, "report.html")}");
        return ExitCode.Done;
    }

    private static int Verify(string folder, bool json)
    {
        var result = StudyReport.IsStudy(folder) ? StudyReport.Verify(folder) : ReportVerifier.Verify(folder, CheckoutFolder.Find() is { } root ? TraceFolder.Of(root) : null);
        if (json) Output.WriteJson(result);
        else
        {
            foreach (var difference in result.Differences) Console.WriteLine(difference);
            foreach (var note in result.Notes) Console.WriteLine(note);
            Console.WriteLine(result.Ok
                ? $"All {result.Figures} printed numbers follow from the raw data."
                : $"{result.Differences.Count} {(result.Differences.Count == 1 ? "difference" : "differences")} in {result.Figures} printed numbers.");
        }

        return result.Ok ? ExitCode.Done : ExitCode.Failed;
    }
}
