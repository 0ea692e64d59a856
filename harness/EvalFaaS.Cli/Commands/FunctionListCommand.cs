using System.CommandLine;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function list</c>.</summary>
internal static class FunctionListCommand
{
    public static Command Create()
    {
        var node = new NodeAccess();
        var ns = new Option<string?>("--namespace", "-n") { Description = "Only functions of this namespace." };
        var json = CommonOptions.Json();
        var command = node.Command("list", "List functions.", takesName: false, ns, json);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = node.Client(parsed);
            var functions = await client.ListAsync(parsed.GetValue(ns), cancellation);
            if (parsed.GetValue(json)) Output.WriteJson(functions);
            else Output.WriteTable(["name", "engine", "contract", "path", "running", "provisioned", "created"], functions.Select(f =>
                (string[])[f.Id, f.Engine, f.Contract, f.Path, f.Running.ToString(), f.Provisioned, f.Created.ToString("u")]));
            return ExitCode.Done;
        });
        return command;
    }
}
