using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict forecast</c>: the minutes after a trace's end.</summary>
internal static class PredictForecastCommand
{
    public static Command Create()
    {
        var model = PredictCommands.Model();
        var folder = PredictCommands.Folder();
        var function = new Option<string?>("--function") { Description = "Only functions whose hash begins so.", HelpName = "HASH" };
        var json = CommonOptions.Json();
        var command = new Command("forecast", "Forecast the minutes after a trace's end, with quantiles.") { model, folder, function, json };
        command.SetAction(parsed => Run(parsed.GetValue(model)!, parsed.GetValue(folder)!, parsed.GetValue(function), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string file, string folder, string? function, bool json)
    {
        var model = ModelFile.Load(file);
        var trace = TraceFolder.Read(folder);
        int[] chosen = [.. Enumerable.Range(0, trace.Functions.Count).Where(f => function is null || trace.Functions[f].Key.Function.StartsWith(function, StringComparison.Ordinal))];
        if (chosen.Length == 0) throw new UsageException($"No function of {folder} has a hash that begins with '{function}'.");
        var forecast = PredictorForecast.Of(trace, model);
        forecast.EndMinutes(trace);
        var rows = chosen.SelectMany(f => forecast.Forecasts(f).Select(minute => (Key: trace.Functions[f].Key.Function, Minute: minute))).ToArray();
        if (json)
        {
            Output.WriteJson(new { levels = MinuteForecast.Levels, forecasts = rows.Select(r => new { function = r.Key, horizon = r.Minute.Horizon, calls = r.Minute.Calls, quantiles = r.Minute.Quantiles }) });
            return ExitCode.Done;
        }

        Output.WriteTable(
            ["function", "minutes ahead", "calls", .. MinuteForecast.Levels.Select(l => string.Create(CultureInfo.InvariantCulture, $"{100 * l:0.#} %"))],
            rows.Select(r => (string[])[r.Key[..Math.Min(12, r.Key.Length)], $"{r.Minute.Horizon}", Text(r.Minute.Calls), .. r.Minute.Quantiles.Select(Text)]));
        return ExitCode.Done;
    }

    private static string Text(double calls) => calls.ToString("0.##", CultureInfo.InvariantCulture);
}
