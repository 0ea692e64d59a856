using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Comparing;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas statistics aa</c>: runs a suite of like and slowed targets many times, and says how often comparisons err on this machine.</summary>
internal static class StatisticsAaCommand
{
    private const int Runs = 40;

    public static Command Create()
    {
        var suite = new Argument<string>("suite") { Description = "A suite with targets X and X-again or X-slowed.", DefaultValueFactory = _ => "aa" };
        var runs = CommonOptions.Number("--runs", $"Runs, at least 2. Those that the folder holds already are not run again. Default: {Runs}.");
        var output = new Option<string?>("--out") { Description = "The folder of the runs. Default: results/SUITE/study.", HelpName = "DIR" };
        var json = CommonOptions.Json();
        var command = new Command("aa", "Compare like with like, and with something slower, on this machine.") { suite, runs, output, json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(suite)!, parsed.GetValue(runs) ?? Runs, parsed.GetValue(output), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, int runs, string? output, bool json, CancellationToken cancellation)
    {
        if (runs < 2) throw new UsageException($"--runs must be at least 2, and {runs} is not.");
        var library = FunctionLibrary.Open(Repository.Functions());
        var suite = Suites.Read(name, library);
        var root = Path.GetFullPath(output ?? Path.Combine(Repository.Root(), "results", suite.Name, "study"));
        var folders = Enumerable.Range(1, runs).Select(run => Path.Combine(root, $"run-{run:000}")).ToArray();
        for (var i = 0; i < runs; i++)
            if (!File.Exists(Path.Combine(folders[i], ResultFiles.Environment)))
                await MeasureAsync(suite, library, folders[i], $"run {i + 1} of {runs}", suite.Seed + i, cancellation);
        try
        {
            var result = AaStudy.Evaluate(folders, VerdictStudy.Margin);
            if (json) Output.WriteJson(result);
            else Write(result);
        }
        catch (CompareException e)
        {
            throw new UsageException(e.Message);
        }

        return ExitCode.Done;
    }

    private static Task<RunResult> MeasureAsync(Suite suite, FunctionLibrary library, string folder, string title, int seed, CancellationToken cancellation)
    {
        // What an interrupted run left is no result, and would be in the way.
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var options = new RunOptions { Functions = library.Root, Output = folder, Seed = seed, Program = Repository.Program(), Command = $"./evalfaas run {suite.Name} --seed {seed}" };
        return ProgressLine.ShowAsync(title, progress => new SuiteRunner(TimeProvider.System).RunAsync(suite, options, progress, cancellation));
    }

    private static void Write(AaResult result)
    {
        Output.WriteTable(
            ["compared", "target", "function", "metric", "pairs", "ratio", "worse", "better", "no difference", "undecided", "p <= 5 %", "chance of so many"],
            result.Comparisons.Select(r => (string[])
            [
                Words(r.Kind), r.Target, r.Function, r.Metric, $"{r.Pairs}", Number(r.Ratio, "0.0000"), $"{r.Worse}", $"{r.Better}", $"{r.NoDifference}", $"{r.Undecided}", $"{r.BelowAlpha}",
                r.Kind == AaKind.Slowed ? "" : Number(r.Chance, "0.000"),
            ]));
        Console.WriteLine();
        Output.WriteTable(
            ["target", "function", "metric", "spread between blocks", "between runs"],
            result.Spreads.Select(s => (string[])[s.Target, s.Function, s.Metric, Number(s.Within * 100, "0.00") + " %", Number(s.Between * 100, "0.00") + " %"]));
    }

    private static string Words(AaKind kind) => kind switch
    {
        AaKind.OneRun => "like with like, in turns",
        AaKind.TwoRuns => "a run with the next",
        _ => "with the slowed one, in turns",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
