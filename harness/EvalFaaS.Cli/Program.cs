using EvalFaaS.Cli.Commands;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli;

/// <summary>The command <c>evalfaas</c>. Exit codes: 0 done, 1 failed, 2 usage; <c>module run</c> ends with its guest's code.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var parsed = Root.Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"evalfaas: {error.Message}");
            await Console.Error.WriteLineAsync("Try `evalfaas --help`, or `evalfaas COMMAND --help`.");
            return ExitCode.Usage;
        }

        try
        {
            // The runtime's own handler would end the process before a command could put things in order.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (Failure.Describe(e) is { } message)
        {
            await Console.Error.WriteLineAsync($"evalfaas: {message}");
            return e is UsageException ? ExitCode.Usage : ExitCode.Failed;
        }
    }
}
