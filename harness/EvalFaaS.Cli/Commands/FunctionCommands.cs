using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function</c>: functions of a node.</summary>
internal static class FunctionCommands
{
    public static Command Create() => new("function", "Deploy and use functions of a node.")
    {
        FunctionDeployCommand.Create(),
        FunctionListCommand.Create(),
        FunctionDescribeCommand.Create(),
        FunctionInvokeCommand.Create(),
        FunctionDeleteCommand.Create(),
        FunctionLogsCommand.Create(),
    };
}
