using System.Globalization;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>predict</c>: from a folder of calls to a model, and what the model says.</summary>
public sealed class PredictTests : IDisposable
{
    private const int Minutes = 200;
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-predict-").FullName;

    [Fact]
    public async Task A_model_is_trained_evaluated_explained_and_asked()
    {
        Write(Enumerable.Range(480, Minutes));
        CliAssert.Succeeded(await Cli.RunAsync("predict", "train", _folder, "--to-minute", "150", "--out", Model));

        var evaluation = CliAssert.Json(await Cli.RunAsync("predict", "evaluate", Model, _folder, "--from-minute", "150", "--json"));
        Assert.All(new[] { "model", "gate" }, who => Assert.InRange((double)evaluation[who]!["wape"]!, 0, 100));
        Assert.All(new[] { "model", "gate" }, who => Assert.InRange((double)evaluation[who]!["mase_median"]!, 0, 10));
        Assert.Matches("(?m)^gate of six baselines +", CliAssert.Succeeded(await Cli.RunAsync("predict", "evaluate", Model, _folder)));

        Assert.Matches("(?m)^1 min ahead: ", CliAssert.Succeeded(await Cli.RunAsync("predict", "explain", Model)));
        var forecasts = CliAssert.Json(await Cli.RunAsync("predict", "forecast", Model, _folder, "--function", "f1", "--json"))["forecasts"]!.AsArray();
        Assert.Equal([1, 5, 15], forecasts.Select(f => (int)f!["horizon"]!));
        CliAssert.Refused(CliAssert.Usage, "has a hash that begins with 'nobody'", await Cli.RunAsync("predict", "forecast", Model, _folder, "--function", "nobody"));
        CliAssert.Refused(CliAssert.Failed, "evaluate it from there on, not from minute 100.", await Cli.RunAsync("predict", "evaluate", Model, _folder, "--from-minute", "100"));

        // Beside the errors stands what the forecasts come to.
        Assert.Equal(["model", "model without learning", "gate of six baselines", "fixed ten minutes"], evaluation["outcome"]!.AsArray().Select(o => (string?)o!["name"]));
        Assert.All(evaluation["outcome"]!.AsArray(), o => Assert.True((double)o!["cold_starts"]! >= (double)o["first_calls"]!));
        await SimulateByForecastAsync();
    }

    private async Task SimulateByForecastAsync()
    {
        var json = CliAssert.Json(await Cli.RunAsync("simulate", "--trace", _folder, "--model", Model, "--concurrency", "unlimited", "--policy", "none", "--policy", "forecast", "--replications", "1", "--json"));
        double Of(int policy, string figure) => (double)json["policies"]![policy]!["figures"]![figure]!["value"]!;
        Assert.Contains("50 minutes from minute 150 on", (string?)json["subject"]);
        Assert.True(Of(1, "coldStarts") < Of(0, "coldStarts") / 2);
        Assert.True(Of(1, "preWarmed") > 0);
        CliAssert.Refused(CliAssert.Usage, "count from there on, not from minute 100.", await Cli.RunAsync("simulate", "--trace", _folder, "--model", Model, "--from-minute", "100", "--policy", "forecast"));
        CliAssert.Refused(CliAssert.Usage, "--from-minute must be 0 to 199", await Cli.RunAsync("simulate", "--trace", _folder, "--from-minute", "200", "--policy", "forecast"));
        CliAssert.Refused(CliAssert.Usage, "--model and --from-minute go with --trace.", await Cli.RunAsync("simulate", "--model", Model, "--policy", "forecast"));
        CliAssert.Refused(CliAssert.Usage, "--concurrency is a whole number", await Cli.RunAsync("simulate", "--trace", _folder, "--concurrency", "many"));
    }

    [Fact]
    public async Task A_node_with_a_model_that_is_none_does_not_start()
    {
        File.WriteAllText(Model, "no model");
        CliAssert.Refused(CliAssert.Failed, "this is no model file, or it is damaged", await Cli.RunAsync("node", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(_folder, "data"), "--set", "keepAlive.policy=forecast", "--set", $"keepAlive.model={Model}"));
    }

    [Fact]
    public async Task A_trace_with_a_missing_minute_is_refused_by_file_and_line()
    {
        Write(Enumerable.Range(480, Minutes - 1).Append(900));
        CliAssert.Refused(CliAssert.Failed, $"{Path.Combine(_folder, "invocations.csv")}, line 1: minute {480 + Minutes - 1} is missing", await Cli.RunAsync("predict", "train", _folder, "--out", Model));
        Assert.False(File.Exists(Model));
    }

    [Fact]
    public async Task A_missing_model_is_refused() =>
        CliAssert.Refused(CliAssert.Failed, "there is no such model. Train one: evalfaas predict train DIR --out", await Cli.RunAsync("predict", "evaluate", Model, _folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Model => Path.Combine(_folder, "model.zip");

    private void Write(IEnumerable<int> labels)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 6).Select(f => $"o,a{f},f{f},timer," + string.Join(',', Enumerable.Range(0, Minutes).Select(m => (f % 2 == 0 ? m % (f + 2) == 0 ? 1 : 0 : 10 + random.Next(5)).ToString(CultureInfo.InvariantCulture))));
        File.WriteAllLines(Path.Combine(_folder, "invocations.csv"), rows.Prepend("HashOwner,HashApp,HashFunction,Trigger," + string.Join(',', labels)));
    }
}
