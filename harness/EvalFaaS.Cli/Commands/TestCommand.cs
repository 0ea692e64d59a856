using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Cli.Testing;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas test</c>: all tests of the checkout; the last line counts them.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Only test classes whose full name matches, for example '*Ledger*'.", HelpName = "PATTERN" };
        var command = new Command("test", "Run all tests. The last line is: N passed, N failed, N skipped.") { filter, CommonOptions.Yes() };
        command.SetAction(async (parsed, cancellation) =>
        {
            var tally = await TestRun.RunAsync(Repository.Root(), parsed.GetValue(filter), cancellation);
            foreach (var skipped in tally.Skipped) Console.WriteLine($"skipped: {skipped}");
            Console.WriteLine($"{tally.Passed} passed, {tally.Failed} failed, {tally.Skipped.Count} skipped");
            return tally.Ok ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
