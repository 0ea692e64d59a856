using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.Http;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas targets</c>: what can be measured here.</summary>
internal static class TargetsCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("targets", "List what can be measured, and how to have what is missing.") { json, TargetsInstallCommand.Create() };
        command.SetAction(parsed =>
        {
            TargetRow[] rows = [.. TargetCatalogue.All.Select(Row), .. ExamplePlatform.All.Select(Row)];
            if (parsed.GetValue(json)) Output.WriteJson(rows);
            else Output.WriteTable(["name", "available", "start states", "licence", "version", "isolated by"], rows.Select(r =>
                (string[])[r.Name, r.Available ? "yes" : "no", string.Join(' ', r.States), r.Licence, r.Version, r.Available ? r.IsolatedBy : r.Why!]));
            return ExitCode.Done;
        });
        return command;
    }

    private static TargetRow Row(ITarget target)
    {
        var why = target.WhyUnavailable();
        var origin = target.Origin;
        return new TargetRow(target.Name, why is null, target.IsolatedBy, origin.Licence, origin.Version, origin.Source, [.. target.States], target.Observation, target.PhaseNotes, target.Install is not null, why);
    }

    // Known by a suite alone: never there by itself, whether or not its program is.
    private static TargetRow Row(ExamplePlatform platform) =>
        new(platform.Name, false, platform.IsolatedBy, platform.Origin.Licence, platform.Origin.Version, platform.Origin.Source, [], TargetRecord.ObservedByClient, "As of http: what a client sees.", false, platform.How);

    private sealed record TargetRow(
        string Name, bool Available, string IsolatedBy, string Licence, string Version, string Source, string[] States, string Observation, string PhaseNotes, bool Installable, string? Why);
}
