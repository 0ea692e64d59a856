using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas statistics</c>: the methods themselves put to the test.</summary>
internal static class StatisticsCommands
{
    public static Command Create() => new("statistics", "Put the statistics themselves to the test.")
    {
        StatisticsCoverageCommand.Create(),
        StatisticsAaCommand.Create(),
    };
}
