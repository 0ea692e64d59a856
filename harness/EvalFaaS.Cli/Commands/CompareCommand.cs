using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Comparing;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas compare</c>: two results against a margin set beforehand, for people and for gates.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var a = new Argument<string>("dir-a") { Description = "The result that is compared with: the old commit, the other machine." };
        var b = new Argument<string>("dir-b") { Description = "The result that is judged." };
        var margin = new Option<Margin>("--margin")
        {
            Description = "The difference that is too small to matter, chosen beforehand.",
            DefaultValueFactory = _ => new CompareOptions().Margin,
            CustomParser = result =>
            {
                try
                {
                    return Margin.Parse(result.Tokens[0].Value);
                }
                catch (FormatException e)
                {
                    result.AddError($"--margin: {e.Message}");
                    return default;
                }
            },
            HelpName = "5%",
        };
        var metrics = new Option<string?>("--metric") { Description = "Only these metrics of summary.json. Default: those that reports compare.", HelpName = "a,b" };
        var targets = new Option<string?>("--targets") { Description = "A target of the first and one of the second result; of one run (the same folder twice) they are paired by block.", HelpName = "a,b" };
        var json = CommonOptions.Json();
        var command = new Command("compare", "Compare two results: better, worse, no difference within the margin, or undecided. Exit code: 0 no worse, 1 worse, 3 undecided, 2 not comparable.")
        {
            a, b, margin, metrics, targets, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(a)!,
            parsed.GetValue(b)!,
            new CompareOptions { Margin = parsed.GetValue(margin), Metrics = [.. Words(parsed.GetValue(metrics))], Targets = Pair(parsed.GetValue(targets)) },
            parsed.GetValue(json)));
        return command;
    }

    /// <summary>Compares, prints the verdicts, and returns the exit code of the worst.</summary>
    public static int Run(string a, string b, CompareOptions options, bool json)
    {
        ResultComparison result;
        try
        {
            result = ResultComparer.Compare(a, b, options);
        }
        catch (Exception e) when (e is CompareException or InvalidDataException or IOException)
        {
            // 1 would say that B is worse.
            throw new UsageException(e.Message);
        }

        if (json) Output.WriteJson(result);
        else ComparisonText.Write(result);
        return result.Verdict switch
        {
            Verdict.Worse => ExitCode.Failed,
            Verdict.Undecided => ExitCode.Undecided,
            _ => ExitCode.Done,
        };
    }

    private static string[] Words(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static (string A, string B)? Pair(string? list) => list is null ? null : Words(list) switch
    {
        [var a, var b] => (a, b),
        _ => throw new UsageException($"--targets takes two names with a comma between, and '{list}' is none of that."),
    };
}
