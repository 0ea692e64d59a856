using System.CommandLine;
using EvalFaaS.Cli.Predicting;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict cross-validate</c>: how well functions are forecast that were not in training.</summary>
internal static class PredictCrossValidateCommand
{
    private const int Folds = 5;

    public static Command Create()
    {
        var folder = PredictCommands.Folder();
        var from = CommonOptions.Number("--from-minute", "Learn from the minutes before this one, score from it on. Default: three quarters of the trace.");
        var folds = CommonOptions.Number("--folds", $"Parts that the applications are dealt into. Default: {Folds}.");
        var seed = CommonOptions.Number("--seed", "The seed. Default: 1.");
        var json = CommonOptions.Json();
        var command = new Command("cross-validate", "Evaluate on functions that were not in training, each fold in turn.") { folder, from, folds, seed, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(from), parsed.GetValue(folds) ?? Folds, parsed.GetValue(seed) ?? 1, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string folder, int? from, int folds, int seed, bool json)
    {
        var trace = TraceFolder.Read(folder);
        var start = from ?? trace.Minutes * 3 / 4;
        var report = PredictProgress.Show("cross-validating", progress => CrossValidation.Run(trace, start, folds, new PredictorOptions(), new TrainingOptions { Seed = seed }, progress));
        if (json) Output.WriteJson(report);
        else EvaluationText.Write(report);
        return ExitCode.Done;
    }
}
