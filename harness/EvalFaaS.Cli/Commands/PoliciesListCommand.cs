using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Policies;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas policies list</c>.</summary>
internal static class PoliciesListCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "List all policies by kind.") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json)) Output.WriteJson(PolicyCatalogue.All.Select(e => new PolicyRow(PolicyCatalogue.Words(e.Kind), e.Name, e.Summary, e.Source)));
            else Output.WriteTable(["kind", "name", "what it does"], PolicyCatalogue.All.Select(e => (string[])[PolicyCatalogue.Words(e.Kind), e.Name, e.Summary]));
            return ExitCode.Done;
        });
        return command;
    }

    private sealed record PolicyRow(string Kind, string Name, string Summary, string Source);
}
