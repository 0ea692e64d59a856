using System.CommandLine;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict</c>: forecasts of load, trained and judged.</summary>
internal static class PredictCommands
{
    public static Command Create() => new("predict", "Forecast the load of functions: train, evaluate, explain, forecast.")
    {
        PredictTrainCommand.Create(),
        PredictEvaluateCommand.Create(),
        PredictCrossValidateCommand.Create(),
        PredictExplainCommand.Create(),
        PredictForecastCommand.Create(),
        PredictBenchCommand.Create(),
    };

    public static Argument<string> Model() => new("model") { Description = "The model file." };

    public static Argument<string> Folder() => new("dir") { Description = "A folder with invocations.csv, and durations.csv and memory.csv where there are; each may end in .gz." };
}
