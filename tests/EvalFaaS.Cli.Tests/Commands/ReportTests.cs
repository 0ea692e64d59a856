using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>report</c> on a copy of a published result.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReportTests()
    {
        var published = Directory.EnumerateDirectories(Checkout.PathTo("results", "quickstart")).Order(StringComparer.Ordinal).First();
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            var copy = _folder[Path.GetRelativePath(published, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_published_report_follows_from_its_raw_data()
    {
        Assert.Matches(@"(?m)^All \d+ printed numbers follow from the raw data\.", CliAssert.Succeeded(await VerifyAsync()));

        var json = CliAssert.Json(await VerifyAsync("--json"));
        Assert.True((bool?)json["ok"]);
        Assert.True((int?)json["figures"] > 100);
    }

    [Fact]
    public async Task Several_results_make_a_trend_in_a_folder_of_its_own()
    {
        CliAssert.Refused(CliAssert.Usage, "A trend over several results needs --out DIR", await Cli.RunAsync("report", _folder.Path, _folder.Path));
        CliAssert.Refused(CliAssert.Usage, "--out is for a trend", await Cli.RunAsync("report", _folder.Path, "--out", _folder["trend"]));
        CliAssert.Refused(CliAssert.Usage, "--verify takes one result", await Cli.RunAsync("report", _folder.Path, _folder.Path, "--verify"));

        CliAssert.Succeeded(await Cli.RunAsync("report", _folder.Path, _folder.Path, "--out", _folder["trend"]));
        Assert.Contains("Over 2 results 0 of ", File.ReadAllText(_folder["trend/report.md"]));
    }

    [Fact]
    public async Task A_changed_sample_is_named_with_the_figures_that_it_changes()
    {
        var lines = File.ReadAllLines(_folder["samples.csv"]);
        var column = Array.IndexOf(lines[0].Split(','), "first_byte_ns");
        var fields = lines[1].Split(',');
        fields[column] = (long.Parse(fields[column]) + 1_000_000).ToString();
        lines[1] = string.Join(',', fields);
        File.WriteAllText(_folder["samples.csv"], string.Join('\n', lines) + "\n");

        var result = await VerifyAsync();

        Assert.Equal(CliAssert.Failed, result.ExitCode);
        Assert.Contains("samples.csv: SHA-256", result.Output);
        Assert.Contains($"report.html: {fields[4]}/{fields[5]}/{fields[6]}/{fields[7]}/", result.Output);
        Assert.Matches(@"\d+ differences in \d+ printed numbers\.", result.Output);
        Assert.False((bool?)JsonNode.Parse((await VerifyAsync("--json")).Output)!["ok"]);
    }

    [Fact]
    public async Task A_changed_number_of_the_page_is_named()
    {
        var page = File.ReadAllText(_folder["report.html"]);
        var figure = Figure().Match(page);
        File.WriteAllText(_folder["report.html"], page[..figure.Groups[2].Index] + "9" + page[figure.Groups[2].Index..]);

        var result = await VerifyAsync();

        Assert.Equal(CliAssert.Failed, result.ExitCode);
        Assert.Contains(figure.Groups[1].Value, result.Output);
        Assert.Contains($"9{figure.Groups[2].Value}", result.Output);
        Assert.Contains("1 difference in ", result.Output);
    }

    [Fact]
    public async Task A_report_is_written_again_as_it_was()
    {
        CliAssert.Succeeded(await Cli.RunAsync("report", _folder.Path));
        var before = File.ReadAllBytes(_folder["report.md"]);
        File.Delete(_folder["report.md"]);

        Assert.Contains("report.html", CliAssert.Succeeded(await Cli.RunAsync("report", _folder.Path)));

        Assert.Equal(before, File.ReadAllBytes(_folder["report.md"]));
        CliAssert.Succeeded(await VerifyAsync());
    }

    [Theory]
    [InlineData(null, "is no complete result: it has no environment.json.")]
    [InlineData("{ \"schema\": ", "environment.json, line 1")]
    public async Task A_folder_that_is_no_result_is_said_to_be_none(string? environment, string message)
    {
        if (environment is null) File.Delete(_folder["environment.json"]);
        else _folder.Write("environment.json", environment);

        CliAssert.Refused(CliAssert.Failed, message, await VerifyAsync());
        CliAssert.Refused(CliAssert.Failed, message, await Cli.RunAsync("report", _folder.Path));
    }

    [Fact]
    public async Task Samples_that_were_cut_short_are_named_with_their_line()
    {
        var text = File.ReadAllText(_folder["samples.csv"]);
        var line = text.IndexOf('\n', text.Length / 2);
        File.WriteAllText(_folder["samples.csv"], text[..(line + 20)]); // Within the next line's first columns.

        CliAssert.Refused(CliAssert.Failed, "samples.csv", await VerifyAsync());
    }

    private Task<CliResult> VerifyAsync(params string[] options) => Cli.RunAsync(["report", "--verify", _folder.Path, .. options]);

    private static Regex Figure() => new("""data-figure="(wasmtime/[^"]+)" value="[^"]+">([0-9][^<]*)<""");
}
