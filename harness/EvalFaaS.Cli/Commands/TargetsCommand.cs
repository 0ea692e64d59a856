using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas targets</c>: what can be measured here.</summary>
internal static class TargetsCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("targets", "List what can be measured, and how to have what is missing.") { json };
        command.SetAction(parsed =>
        {
            var rows = TargetCatalogue.All
                .Select(t => new TargetRow(t.Name, t.WhyUnavailable() is null, t.IsolatedBy, [.. t.States], t.WhyUnavailable()))
                .ToArray();
            if (parsed.GetValue(json)) Output.WriteJson(rows);
            else Output.WriteTable(["name", "available", "start states", "isolated by"], rows.Select(r =>
                (string[])[r.Name, r.Available ? "yes" : "no", string.Join(' ', r.States), r.Available ? r.IsolatedBy : r.Why!]));
            return ExitCode.Done;
        });
        return command;
    }

    private sealed record TargetRow(string Name, bool Available, string IsolatedBy, string[] States, string? Why);
}
