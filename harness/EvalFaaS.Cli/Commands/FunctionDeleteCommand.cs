using System.CommandLine;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function delete</c>.</summary>
internal static class FunctionDeleteCommand
{
    public static Command Create()
    {
        var node = new NodeAccess();
        var command = node.Command("delete", "Delete a function with all its revisions.", takesName: true);
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = node.Function(parsed);
            using var client = node.Client(parsed);
            await client.DeleteAsync(name.Namespace, name.Name, cancellation);
            Console.WriteLine($"{name} is deleted.");
            return ExitCode.Done;
        });
        return command;
    }
}
