using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>calibrate</c> on a real node; whether it holds is a matter of minutes on a quiet machine, and no test's.</summary>
public sealed class CalibrateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_node_is_measured_fitted_and_predicted()
    {
        var result = await Cli.RunAsync("calibrate", "wasmtime", "--functions", "6", "--rate", "10", "--policy", "none", "--predict-rate", "20", "--predict-policy", "none", "--predict-policy", "lru", "--duration", "4s", "--out", _folder["out"], "--json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(result.Output)!;

        Assert.Equal((bool)json["holds"]! ? CliAssert.Done : CliAssert.Failed, result.ExitCode);
        Assert.Equal([("none", true), ("none", false), ("lru", false)], json["runs"]!.AsArray().Select(r => ((string)r!["policy"]!, (bool)r["fitted"]!)));
        Assert.Equal(["service", "load", "init"], json["laws"]!.AsArray().Select(l => (string)l!["phase"]!).Where(p => p is "service" or "load" or "init"));
        Assert.All(json["runs"]!.AsArray(), r => Assert.Equal(0, (int)r!["failed"]!));
        Assert.True(json["runs"]!.AsArray().All(r => (double)r!["figures"]!["ColdRate"]!["measured"]!["value"]! > 0));
        Assert.Equal(2, json["rankings"]!.AsArray().Count);
        Assert.True(File.Exists(_folder["out/report.md"]) && File.Exists(_folder["out/samples-3.csv"]));
    }

    [Theory]
    [InlineData("There is no target 'wasmtim'", "wasmtim")]
    [InlineData("'process' keeps nothing loaded by a policy", "process")]
    [InlineData("no keep-alive policy 'fixd'", "wasmtime", "--predict-policy", "fixd")]
    [InlineData("--rate takes calls a second, above 0", "wasmtime", "--rate", "-1")]
    [InlineData("--functions is 2 to 1000, and 1 is not.", "wasmtime", "--functions", "1")]
    public async Task A_wrong_command_line_is_refused_with_a_sentence(string message, params string[] words) => CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(["calibrate", .. words]));

    public void Dispose() => _folder.Dispose();
}
