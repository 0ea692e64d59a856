using System.Text.Json.Nodes;
using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>run</c>: what it refuses before it measures anything, and one small suite measured.</summary>
public sealed class RunTests : IDisposable
{
    private const string Suite = """
        name: small
        questions: [How fast?]
        blocks: 6
        targets: [wasmtime-inproc]
        measures:
          - kind: start
            functions: [hello]
            states: [N4]
            count: 2

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("quickstar", "There is no suite 'quickstar'. Did you mean 'quickstart'? There are: ")]
    [InlineData("gone.yaml", "There is no suite 'gone.yaml'.")]
    public async Task An_unknown_suite_is_answered_with_those_there_are(string suite, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await RunAsync(suite));

    [Theory]
    [InlineData("wasmtime-inproc", "wasmtime-inporc", ":4:11: unknown target 'wasmtime-inporc'. Did you mean 'wasmtime-inproc'?")]
    [InlineData("hello", "helo", ":7:17: unknown function 'helo'. Did you mean 'hello'?")]
    [InlineData("blocks: 6", "blocks: 3", ":3:9: 'blocks' must be")]
    [InlineData("blocks:", "bloks:", ":3:1: unknown key 'bloks'. Did you mean 'blocks'?")]
    [InlineData("[hello]", "[hello", ": not valid YAML")]
    public async Task A_wrong_suite_is_named_with_line_and_column(string right, string wrong, string message)
    {
        var file = _folder.Write("suite.yaml", Suite.Replace(right, wrong));

        var result = await RunAsync(file);

        CliAssert.Refused(CliAssert.Failed, message, result);
        Assert.Matches(@"suite\.yaml:\d+:\d+: ", result.Errors);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("wasmtime-inporc", "has no target 'wasmtime-inporc'. Did you mean 'wasmtime-inproc'? It has wasmtime-inproc.")]
    [InlineData("wasmtime-inproc,kestrel", "has no target 'kestrel'.")]
    [InlineData(",", "--targets names no target.")]
    public async Task A_target_that_the_suite_does_not_have_is_usage(string targets, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await RunAsync(_folder.Write("suite.yaml", Suite), "--targets", targets));

    [Fact]
    public async Task A_suite_is_measured_its_report_written_and_verified()
    {
        var result = await RunAsync(_folder.Write("suite.yaml", Suite), "--seed", "7", "--targets", "wasmtime-inproc");

        Assert.True(result.ExitCode == CliAssert.Done, result.ToString());
        Assert.Matches(@"(?m)^Report: .*out/report\.html$", result.Output);
        // More than six where the machine was disturbed and blocks were repeated.
        Assert.Matches(@"([6-9]) of \1 trials", result.Errors);
        Assert.Equal(7, (int?)JsonNode.Parse(File.ReadAllText(_folder["out/environment.json"]))!["suite"]!["seed"]);
        Assert.StartsWith("All ", CliAssert.Succeeded(await Cli.RunAsync("report", "--verify", _folder["out"])));
    }

    private Task<CliResult> RunAsync(string suite, params string[] options) => Cli.RunAsync(["run", suite, "--out", _folder["out"], .. options]);
}
