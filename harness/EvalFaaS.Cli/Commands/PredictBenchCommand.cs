using System.CommandLine;
using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas predict bench</c>: how long one core takes to forecast a minute of many functions.</summary>
internal static class PredictBenchCommand
{
    private const int Functions = 50_000;
    private const int Minutes = 5;

    public static Command Create()
    {
        var model = PredictCommands.Model();
        var folder = PredictCommands.Folder();
        var functions = CommonOptions.Number("--functions", $"How many functions; those of the trace are repeated. Default: {Functions}.");
        var json = CommonOptions.Json();
        var command = new Command("bench", "Measure how long a minute of many functions takes to forecast on one core, at all horizons.") { model, folder, functions, json };
        command.SetAction(parsed => Run(parsed.GetValue(model)!, parsed.GetValue(folder)!, parsed.GetValue(functions) ?? Functions, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string file, string folder, int functions, bool json)
    {
        if (functions < 1) throw new UsageException($"--functions must be at least 1, and {functions} is not.");
        var model = ModelFile.Load(file);
        var trace = TraceFolder.Read(folder);
        var many = trace with { Functions = [.. Enumerable.Range(0, functions).Select(f => trace.Functions[f % trace.Functions.Count])] };
        var forecast = PredictorForecast.Of(many, model);
        var calls = new int[functions];
        // The past is filled first: the panel looks at 360 minutes, and a short past would flatter it.
        var filled = Math.Min(trace.Minutes - Minutes, 360);
        double seconds = 0, slowest = 0;
        for (var minute = 0; minute < filled + Minutes; minute++)
        {
            for (var f = 0; f < functions; f++) calls[f] = many.Functions[f].Counts[minute];
            if (minute < filled)
            {
                forecast.Remember(60 * (minute + 1), calls);
                continue;
            }

            var began = TimeProvider.System.GetTimestamp();
            forecast.EndMinute(60 * (minute + 1), calls);
            var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            seconds += took;
            slowest = Math.Max(slowest, took);
        }

        var mean = seconds / Minutes;
        if (json) Output.WriteJson(new { functions, minutes = Minutes, secondsPerMinute = mean, slowest, microsecondsPerFunction = 1e6 * mean / functions });
        else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{functions} functions, {model.Info.Options.Horizons.Count} horizons: {mean:0.00} s a minute on one core (slowest of {Minutes}: {slowest:0.00} s), {1e6 * mean / functions:0} us a function."));
        return ExitCode.Done;
    }
}
