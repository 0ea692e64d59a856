using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary>The tree of commands.</summary>
internal static class Root
{
    public static RootCommand Create() =>
        new("WebAssembly functions: a runtime to run them, and a harness to measure them against processes and containers.")
        {
            RunCommand.Create(),
            ReportCommand.Create(),
            CompareCommand.Create(),
            StatisticsCommands.Create(),
            PoliciesCommands.Create(),
            PredictCommands.Create(),
            BundleCommand.Create(),
            RerunCommand.Create(),
            LoadCommand.Create(),
            ExportCommand.Create(),
            SimulateCommands.Create(),
            CalibrateCommand.Create(),
            ReplayCommand.Create(),
            WhatIfCommand.Create(),
            OptimizeCommand.Create(),
            TargetsCommand.Create(),
            TestCommand.Create(),
            NodeCommand.Create(),
            BaselineCommand.Create(),
            FunctionCommands.Create(),
            ModuleCommands.Create(),
            EnginesCommand.Create(),
            InProcessCommand.Create(),
        };
}
