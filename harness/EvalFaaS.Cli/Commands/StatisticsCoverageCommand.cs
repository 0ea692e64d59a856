using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas statistics coverage</c>: how often intervals contain the truth and verdicts are right, by simulation; Markdown, as docs/statistics.md prints it.</summary>
internal static class StatisticsCoverageCommand
{
    private const int Trials = 2000;

    public static Command Create()
    {
        var trials = CommonOptions.Number("--trials", $"Repetitions of each simulation, at least 1. Default: {Trials}.");
        var seed = CommonOptions.Number("--seed", "The seed. Default: 1.");
        var json = CommonOptions.Json();
        var command = new Command("coverage", "Simulate how often each interval contains the truth, and how often comparisons err.") { trials, seed, json };
        command.SetAction(parsed => Run(parsed.GetValue(trials) ?? Trials, parsed.GetValue(seed) ?? 1, parsed.GetValue(json)));
        return command;
    }

    private static int Run(int trials, int seed, bool json)
    {
        if (trials < 1) throw new UsageException($"--trials must be at least 1, and {trials} is not.");
        var intervals = CoverageStudy.Run(trials, seed, Tell);
        var verdicts = VerdictStudy.Run(trials, seed);
        var (single, holm) = VerdictStudy.FalseCallsInFamily(trials, seed);
        if (json) Output.WriteJson(new { trials, seed, intervals, verdicts, falseCallsInFamilyOfTen = new { single, holm } });
        else CoverageText.Write(intervals, verdicts, single, holm);
        return ExitCode.Done;
    }

    private static void Tell(int done, int total)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write(done < total ? $"\r{done} of {total} simulations " : "\r\u001b[K");
    }
}
