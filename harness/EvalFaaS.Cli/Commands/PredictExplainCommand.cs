using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor.Models;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict explain</c>: what a model looks at.</summary>
internal static class PredictExplainCommand
{
    private const int Shown = 15;

    public static Command Create()
    {
        var model = PredictCommands.Model();
        var json = CommonOptions.Json();
        var command = new Command("explain", "Show where a model comes from, and what each feature is worth to it.") { model, json };
        command.SetAction(parsed => Run(parsed.GetValue(model)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string file, bool json)
    {
        var info = ModelFile.Load(file).Info;
        if (json)
        {
            Output.WriteJson(info);
            return ExitCode.Done;
        }

        Console.Out.WriteLine($"Trained on {info.Functions} functions, minutes 0 to {info.TrainedTo - 1}; data sha256:{info.DataHash[..16]}, seed {info.Training.Seed}.");
        for (var h = 0; h < info.Importance.Count; h++)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine($"{info.Options.Horizons[h]} min ahead: by how much the learned models' absolute error grows when a feature is shuffled, on minutes held back");
            Output.WriteTable(["feature", "error added %"], info.Importance[h].Take(Shown).Select(f => (string[])[f.Feature, f.ErrorAdded.ToString("0.00", CultureInfo.InvariantCulture)]));
        }

        return ExitCode.Done;
    }
}
