using System.CommandLine;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function describe</c>: the current revision and the ones before it.</summary>
internal static class FunctionDescribeCommand
{
    public static Command Create()
    {
        var node = new NodeAccess();
        var json = CommonOptions.Json();
        var command = node.Command("describe", "Show a function with its limits and revisions.", takesName: true, json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (ns, name) = node.Function(parsed);
            using var client = node.Client(parsed);
            var function = await client.DescribeAsync(ns, name, cancellation);
            var revisions = await client.RevisionsAsync(ns, name, cancellation);
            if (parsed.GetValue(json))
            {
                Output.WriteJson(new { function, revisions });
                return ExitCode.Done;
            }

            Output.WriteTable(["setting", "value"],
            [
                ["function", function.Id],
                ["path", function.Path],
                ["module", function.Module],
                ["contract", function.Contract],
                ["engine", function.Engine],
                ["memory", $"{function.Limits.MemoryBytes >> 20} MiB"],
                ["timeout", $"{function.Limits.TimeoutMs} ms"],
                ["concurrency", $"{function.Concurrency}, {function.QueueLength} may wait"],
                ["max invocations", function.MaxInvocations.ToString()],
                ["environment", string.Join(' ', function.Environment)],
                ["provisioned", function.Provisioned],
                ["running", $"{function.Running}, {function.Waiting} waiting"],
                ["revisions", string.Join(' ', revisions.Select(r => r.Revision))],
            ]);
            return ExitCode.Done;
        });
        return command;
    }
}
