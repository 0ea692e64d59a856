using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas report</c>: writes a result's report anew, or checks every number of the one that is there.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("dir") { Description = "A result's folder." };
        var verify = new Option<bool>("--verify") { Description = "Recompute every printed number from the raw data; exit 1 and name it where one differs." };
        var json = CommonOptions.Json();
        var command = new Command("report", "Write the report of a result again, or verify it.") { folder, verify, json };
        command.SetAction(parsed => parsed.GetValue(verify) ? Verify(parsed.GetValue(folder)!, parsed.GetValue(json)) : Write(parsed.GetValue(folder)!));
        return command;
    }

    private static int Write(string folder)
    {
        ReportWriter.Write(folder);
        Console.WriteLine($"Report: {Path.Combine(folder, "report.html")}");
        return ExitCode.Done;
    }

    private static int Verify(string folder, bool json)
    {
        var result = ReportVerifier.Verify(folder);
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
