using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function</c>: making functions, and those of a node.</summary>
internal static class FunctionCommands
{
    public static Command Create() => new("function", "Make functions, deploy them to a node and use them.")
    {
        FunctionNewCommand.Create(),
        FunctionDeployCommand.Create(),
        FunctionListCommand.Create(),
        FunctionDescribeCommand.Create(),
        FunctionInvokeCommand.Create(),
        FunctionDeleteCommand.Create(),
        FunctionLogsCommand.Create(),
    };
}
