using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios.Prices;

namespace EvalFaaS.Harness.Tests.Data;

/// <summary><c>results/recompute.py</c>, which shares no line with EvalFaaS, on a result that an earlier version wrote, and on copies that were tampered with.</summary>
public sealed class RecomputeTests : IDisposable
{
    private static readonly string Golden = Checkout.PathTo("tests", "EvalFaaS.Harness.Tests", "Data", "golden", "v1");
    private readonly TemporaryFolder _copy = new();

    public RecomputeTests()
    {
        foreach (var file in Directory.EnumerateFiles(Golden, "*", SearchOption.AllDirectories))
        {
            var to = _copy.File(Path.GetRelativePath(Golden, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Dispose() => _copy.Dispose();

    [Fact]
    public async Task Ten_headline_figures_follow_from_the_raw_data()
    {
        var (code, output) = await RunAsync(_copy.Path);

        Assert.Equal((0, "figures: 10 figures follow from the raw data"), (code, output[^1]));
        Assert.Matches(@"^digests: all \d+ files of raw data", output[0]);
    }

    [Fact]
    public async Task Every_figure_that_it_knows_follows_from_the_raw_data()
    {
        var (code, output) = await RunAsync(_copy.Path, "--all");

        Assert.Equal(0, code);
        Assert.Matches(@"^figures: 1\d\d figures follow", output[^1]);
    }

    [Theory]
    [InlineData("cost_per_million_aws-lambda")]
    [InlineData("billed_aws-lambda_ns")]
    [InlineData("received_per_request_bytes")]
    [InlineData("phase_instantiate_ns")]
    [InlineData("phase_outside_ns")]
    public async Task A_figure_that_was_changed_in_the_summary_is_named(string metric)
    {
        using var folder = new TemporaryFolder();
        new SyntheticRun(blocks: 6, starts: 4, requests: 60)
        {
            Prices = [PriceSheetFile.Read(Checkout.PathTo("scenarios", "prices", "aws-lambda.yaml"))],
            Adjust = t => t with { SentBytes = t.Issued * 100, ReceivedBytes = t.Issued * 150 },
        }.Write(folder.Path);
        ReportWriter.Write(folder.Path);
        Assert.Equal(0, (await RunAsync(folder.Path, "--all")).Code);
        var summary = JsonNode.Parse(File.ReadAllText(folder.File(ResultFiles.Summary)))!;
        var figure = summary["cells"]!.AsArray().SelectMany(c => c!["figures"]!.AsArray()).First(f => (string?)f!["metric"] == metric)!;
        figure["value"] = (double)figure["value"]! * 1.001;
        File.WriteAllText(folder.File(ResultFiles.Summary), summary.ToJsonString());

        var (code, output) = await RunAsync(folder.Path, "--all");

        Assert.Equal(4, code);
        Assert.Contains($"/{metric}: ", Assert.Single(output, line => line.StartsWith("figures: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Raw_data_that_were_changed_where_no_figure_looks_fail_the_digests_alone()
    {
        ChangeFirst(ResultFiles.Samples, "instance_id", _ => "4711");

        var (code, output) = await RunAsync(_copy.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("digests: samples.csv is not what the run wrote", output[0]);
        Assert.Contains("10 figures follow", output[^1]);
    }

    [Fact]
    public async Task A_changed_time_with_a_digest_to_match_fails_the_figures_alone()
    {
        var before = Digest(ResultFiles.Samples);
        ChangeFirst(ResultFiles.Samples, "first_byte_ns", value => (long.Parse(value) + 1_000_000).ToString());
        File.WriteAllText(_copy.File(ResultFiles.Environment), File.ReadAllText(_copy.File(ResultFiles.Environment)).Replace(before, Digest(ResultFiles.Samples)));

        var (code, output) = await RunAsync(_copy.Path, "--all");

        Assert.Equal(4, code);
        Assert.StartsWith("digests: all ", output[0]);
        Assert.Contains(output, line => line.StartsWith("figures: ") && line.Contains("in summary.json, the raw data give"));
    }

    [Fact]
    public async Task A_changed_time_fails_both()
    {
        ChangeFirst(ResultFiles.Trials, "ok", _ => "1");
        ChangeFirst(ResultFiles.Samples, "first_byte_ns", value => (long.Parse(value) + 1_000_000).ToString());

        Assert.Equal(5, (await RunAsync(_copy.Path, "--all")).Code);
    }

    [Fact]
    public async Task What_is_no_result_and_what_is_no_option_are_wrong_use()
    {
        Assert.Equal(2, (await RunAsync(_copy.Path, "--every")).Code);
        File.Delete(_copy.File(ResultFiles.Summary));
        Assert.Equal(2, (await RunAsync(_copy.Path)).Code);
    }

    private void ChangeFirst(string file, string column, Func<string, string> change)
    {
        var lines = File.ReadAllLines(_copy.File(file));
        var fields = lines[1].Split(',');
        var at = Array.IndexOf(lines[0].Split(','), column);
        fields[at] = change(fields[at]);
        lines[1] = string.Join(',', fields);
        File.WriteAllText(_copy.File(file), string.Join('\n', lines) + "\n");
    }

    private string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_copy.File(file))));

    private static async Task<(int Code, string[] Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", [Checkout.PathTo("results", "recompute.py"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await errors;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed: the independent recomputation cannot be run here.");
            throw;
        }
    }
}
