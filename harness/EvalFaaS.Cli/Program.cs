using System.CommandLine;
using EvalFaaS.Cli.Commands;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli;

/// <summary>The command <c>evalfaas</c>. Exit codes: 0 done, 1 failed, 2 usage; <c>module run</c> ends with its guest's code.</summary>
internal static class Program
{
    // A word that begins with @ is a request's body or a guest's argument, and no file of further words.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // A signal or a fault must leave a command the time to put things in order: a node drains for as long as it is configured to, a run takes its containers away.
    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan };

    private static async Task<int> Main(string[] args)
    {
        var root = Root.Create();
        var parsed = root.Parse(GuestArguments.Divide(root, args), Parsing);
        var problems = UsageProblems.Of(parsed, args);
        if (problems.Count > 0)
        {
            foreach (var problem in problems) await Console.Error.WriteLineAsync($"evalfaas: {problem}");
            await Console.Error.WriteLineAsync($"Try `{UsageProblems.Words(parsed.CommandResult)} --help`.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"evalfaas: {Failure.Describe(e) ?? $"this is a fault of the program itself; please report it with these lines.{Environment.NewLine}{e}"}");
            return e is UsageException ? ExitCode.Usage : ExitCode.Failed;
        }
    }
}
