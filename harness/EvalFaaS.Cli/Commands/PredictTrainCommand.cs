using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Predicting;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict train</c>: a model from a trace.</summary>
internal static class PredictTrainCommand
{
    public static Command Create()
    {
        var folder = PredictCommands.Folder();
        var output = new Option<string>("--out") { Description = "The model file to write.", Required = true, HelpName = "MODEL" };
        var to = CommonOptions.Number("--to-minute", "Train on the minutes before this one, counted from the trace's first. Default: on all.");
        var seed = CommonOptions.Number("--seed", "The seed. Default: 1.");
        var json = CommonOptions.Json();
        var command = new Command("train", "Train a model on a trace of calls per minute.") { folder, output, to, seed, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(output)!, parsed.GetValue(to), parsed.GetValue(seed) ?? 1, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string folder, string output, int? to, int seed, bool json)
    {
        var trace = TraceFolder.Read(folder);
        var model = PredictProgress.Show("training", progress => PredictorModel.Train(trace, to, null, new TrainingOptions { Seed = seed }, progress));
        ModelFile.Save(model, output);
        if (json)
        {
            Output.WriteJson(model.Info);
            return ExitCode.Done;
        }

        Console.Out.WriteLine($"{output}: trained on {model.Info.Functions} functions, minutes 0 to {model.Info.TrainedTo - 1}.");
        foreach (var held in model.Info.HeldBack)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Held back, minutes {model.Info.JudgedTo} to {model.Info.TrainedTo - 1}, {held.Horizon} min ahead: WAPE {held.Model.Wape:0.00} % ({held.Unlearned.Wape:0.00} % without learned models), median MASE {held.Model.MaseMedian:0.000} ({held.Unlearned.MaseMedian:0.000})."));
        }

        return ExitCode.Done;
    }
}
