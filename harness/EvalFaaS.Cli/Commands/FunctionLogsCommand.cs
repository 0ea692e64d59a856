using System.CommandLine;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function logs</c>: what a function logged or wrote to stderr lately.</summary>
internal static class FunctionLogsCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private const int DefaultTail = 100;

    public static Command Create()
    {
        var node = new NodeAccess();
        var tail = CommonOptions.Number("--tail", "Entries at most. Default: 100.");
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on as more come, until Ctrl-C." };
        var json = CommonOptions.Json();
        var command = node.Command("logs", "Show what a function logged.", takesName: true, tail, follow, json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (ns, name) = node.Function(parsed);
            using var client = node.Client(parsed);
            long after = 0;
            do
            {
                var entries = await client.GetAsync<IReadOnlyList<Entry>>($"/api/v1/namespaces/{ns}/functions/{name}/logs?after={after}&count={parsed.GetValue(tail) ?? DefaultTail}", cancellation);
                if (parsed.GetValue(json)) Output.WriteJson(entries);
                else
                    foreach (var entry in entries) Console.WriteLine($"{entry.Time:O} {entry.Level} {entry.Invocation} {entry.Text.TrimEnd('\n')}");
                if (entries.Count > 0) after = entries[^1].Sequence;
                if (parsed.GetValue(follow)) await Task.Delay(Poll, TimeProvider.System, cancellation);
            }
            while (parsed.GetValue(follow));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>An entry as docs/api.md has it.</summary>
    private sealed record Entry(long Sequence, DateTimeOffset Time, string Revision, string Invocation, string Level, string Text);
}
