using System.CommandLine;
using System.Text.Json.Nodes;
using EvalFaaS.Cli.Predicting;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Comparing;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict evaluate</c>: a model against the reference gate and each baseline, walking forward.</summary>
internal static class PredictEvaluateCommand
{
    public static Command Create()
    {
        var model = PredictCommands.Model();
        var folder = PredictCommands.Folder();
        var from = CommonOptions.Number("--from-minute", "First minute that is scored. Default: where training ended on this trace; on another, after a quarter of it.");
        var json = CommonOptions.Json();
        var command = new Command("evaluate", "Evaluate a model, walking forward through a trace; functions never seen are forecast too.") { model, folder, from, json };
        command.SetAction(parsed => Run(parsed.GetValue(model)!, parsed.GetValue(folder)!, parsed.GetValue(from), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string file, string folder, int? from, bool json)
    {
        var model = ModelFile.Load(file);
        var trace = TraceFolder.Read(folder);
        var report = PredictProgress.Show("evaluating", progress => EvaluationReport.Of(model, trace, from, progress));
        var outcome = ForecastOutcome.Of(trace, model, report.FromMinute);
        if (json)
        {
            var all = JsonNode.Parse(Output.ToJson(report))!;
            all["outcome"] = JsonNode.Parse(Output.ToJson(outcome));
            Output.WriteJson(all);
        }
        else
        {
            EvaluationText.Write(report);
            EvaluationText.Write(outcome);
        }

        return ExitCode.Done;
    }
}
