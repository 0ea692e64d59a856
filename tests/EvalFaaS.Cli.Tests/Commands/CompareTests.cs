using System.Text.Json.Nodes;
using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>compare</c> on a published result and a copy of it that passes for another run.</summary>
public sealed class CompareTests : IDisposable
{
    private const int Undecided = 3;
    private static readonly string Published = Directory.EnumerateDirectories(Checkout.PathTo("results", "quickstart")).Order(StringComparer.Ordinal).First();
    private readonly TemporaryFolder _copy = new();

    public CompareTests()
    {
        foreach (var file in Directory.EnumerateFiles(Published, "*", SearchOption.AllDirectories))
        {
            var copy = _copy[Path.GetRelativePath(Published, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var environment = JsonNode.Parse(File.ReadAllText(_copy["environment.json"]))!;
        environment["run"] = "another";
        File.WriteAllText(_copy["environment.json"], environment.ToJsonString());
    }

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task Like_results_are_no_worse()
    {
        var result = await CompareAsync("--metric", "requests_per_s", "--margin", "50%", "--json");
        var json = CliAssert.Json(result);

        Assert.Equal("no-difference", (string?)json["verdict"]);
        Assert.All(json["comparisons"]!.AsArray(), c => Assert.Equal("no-difference", (string?)c!["verdict"]));
        Assert.Equal(0.5, (double?)json["margin"]);
    }

    [Fact]
    public async Task A_slower_result_is_worse_and_says_where()
    {
        var lines = File.ReadAllLines(_copy["trials.csv"]);
        var (duration, target) = (Array.IndexOf(lines[0].Split(','), "duration_ns"), Array.IndexOf(lines[0].Split(','), "target"));
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = lines[i].Split(',');
            if (fields[target] == "process") fields[duration] += "0";
            lines[i] = string.Join(',', fields);
        }

        File.WriteAllText(_copy["trials.csv"], string.Join('\n', lines) + "\n");

        var result = await CompareAsync("--metric", "requests_per_s");

        Assert.Equal(CliAssert.Failed, result.ExitCode);
        Assert.Matches(@"(?m)^process +echo .*\bworse$", result.Output);
        Assert.Contains(" worse, 0 better, ", result.Output);
    }

    [Fact]
    public async Task Too_narrow_a_margin_leaves_it_undecided_with_the_blocks_that_it_takes()
    {
        var result = await CompareAsync("--metric", "requests_per_s", "--margin", "1%", "--json");

        Assert.Equal(Undecided, result.ExitCode);
        Assert.Contains(JsonNode.Parse(result.Output)!["comparisons"]!.AsArray(), c => (string?)c!["verdict"] == "undecided" && (int?)c["moreBlocks"] > 0);
    }

    [Fact]
    public async Task Two_targets_of_one_run_are_compared_in_pairs()
    {
        var result = await Cli.RunAsync("compare", Published, Published, "--targets", "process,container", "--metric", "cpu_per_request_ns");

        Assert.Contains("process : container", result.Output);
        Assert.DoesNotContain("two runs", result.Output);
    }

    [Theory]
    [InlineData("Name two of its targets with --targets a,b", "")]
    [InlineData("--margin: '7' is no margin; write for example 5% or 0.05", "--margin 7")]
    [InlineData("The first result has no target 'wasmtme'", "--targets wasmtme,process")]
    [InlineData("--targets takes two names", "--targets wasmtime")]
    public async Task What_cannot_be_compared_is_a_wrong_use_and_no_verdict(string message, string options) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(["compare", Published, Published, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    [Fact]
    public async Task A_folder_that_is_no_result_is_no_verdict_either()
    {
        File.Delete(_copy["environment.json"]);

        CliAssert.Refused(CliAssert.Usage, "is no complete result: it has no environment.json.", await CompareAsync());
    }

    private Task<CliResult> CompareAsync(params string[] options) => Cli.RunAsync(["compare", Published, _copy.Path, .. options]);
}
