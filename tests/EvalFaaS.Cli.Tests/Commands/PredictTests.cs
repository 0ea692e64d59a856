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
