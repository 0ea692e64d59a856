using System.Security.Cryptography;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class ReportVerifierTests : IClassFixture<WrittenReport>, IDisposable
{
    private readonly TemporaryFolder _folder;

    public ReportVerifierTests(WrittenReport report) => _folder = report.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fresh_report_follows_from_its_raw_data()
    {
        var result = ReportVerifier.Verify(_folder.Path);

        Assert.Empty(result.Differences);
        Assert.True(result.Figures > 300);
    }

    [Fact]
    public void A_changed_sample_is_named_by_digest_and_by_the_figures_that_change()
    {
        ChangeFirstStart();

        var differences = ReportVerifier.Verify(_folder.Path).Differences;

        Assert.Contains(differences, d => d.File == ResultFiles.Samples && d.Where.StartsWith("SHA-256", StringComparison.Ordinal));
        Assert.Contains(differences, d => d.File == ResultFiles.Summary && d.Where.Contains("wasmtime hello start N3"));
        Assert.Contains(differences, d => d.File == ResultFiles.Html && d.Where == "wasmtime/hello/start/N3/mean_ns");
        Assert.Contains(differences, d => d.File == ResultFiles.Markdown);
    }

    [Fact]
    public void A_changed_sample_is_found_even_when_its_digest_is_changed_with_it()
    {
        ChangeFirstStart();
        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.File(ResultFiles.Samples))));
        var environment = File.ReadAllText(_folder.File(ResultFiles.Environment));
        var old = ResultData.Read(_folder.Path).Environment.Files[ResultFiles.Samples];
        File.WriteAllText(_folder.File(ResultFiles.Environment), environment.Replace(old, digest));

        var differences = ReportVerifier.Verify(_folder.Path).Differences;

        Assert.DoesNotContain(differences, d => d.File == ResultFiles.Samples);
        Assert.Contains(differences, d => d.Where == "wasmtime/hello/start/N3/mean_ns");
    }

    [Fact]
    public void A_failure_hidden_from_the_counts_is_named()
    {
        var text = File.ReadAllText(_folder.File(ResultFiles.Samples));
        File.WriteAllText(_folder.File(ResultFiles.Samples), ReplaceFirst(text, ",timeout,", ",ok,"));

        Assert.Contains(ReportVerifier.Verify(_folder.Path).Differences, d => d.File == ResultFiles.Trials && d.Where.EndsWith("ok", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wasmtime/hello/start/N3/median_ns")]
    [InlineData("ratio/container:wasmtime/hello/start/N3/median_ns")]
    [InlineData("difference/wasmtime:kestrel/echo/throughput/N4/cpu_per_request_ns.high")]
    [InlineData("run/blocks")]
    [InlineData("run/memory_bytes")]
    public void A_changed_number_of_the_page_is_named(string id)
    {
        var html = File.ReadAllText(_folder.File(ResultFiles.Html));
        var (_, exact, text) = HtmlVerifier.FiguresIn(html).First(f => f.Id == id);
        var printed = $"data-figure=\"{id}\" value=\"{exact}\">{text}<";
        File.WriteAllText(_folder.File(ResultFiles.Html), ReplaceFirst(html, printed, printed.Replace($">{text}<", $">9{text}<")));

        var difference = Assert.Single(ReportVerifier.Verify(_folder.Path).Differences);

        Assert.Equal((ResultFiles.Html, id, "9" + text, text), (difference.File, difference.Where, difference.Found, difference.Expected));
    }

    [Fact]
    public void A_changed_number_of_the_Markdown_is_named()
    {
        var markdown = File.ReadAllText(_folder.File(ResultFiles.Markdown));
        var expected = HtmlVerifier.FiguresIn(File.ReadAllText(_folder.File(ResultFiles.Html))).First(f => f.Id == "wasmtime/hello/start/N3/median_ns").Text;
        File.WriteAllText(_folder.File(ResultFiles.Markdown), ReplaceFirst(markdown, expected, "1" + expected));

        var difference = Assert.Single(ReportVerifier.Verify(_folder.Path).Differences);

        Assert.Equal((ResultFiles.Markdown, "wasmtime/hello/start/N3/median_ns"), (difference.File, difference.Where));
    }

    [Fact]
    public void A_changed_number_of_the_summary_is_named()
    {
        var summary = File.ReadAllText(_folder.File(ResultFiles.Summary));
        var at = summary.IndexOf("\"value\": ", StringComparison.Ordinal) + 9;
        File.WriteAllText(_folder.File(ResultFiles.Summary), summary.Insert(at, "9"));

        var difference = Assert.Single(ReportVerifier.Verify(_folder.Path).Differences);

        Assert.Equal(ResultFiles.Summary, difference.File);
        Assert.EndsWith("/value", difference.Where);
    }

    [Fact]
    public void A_number_without_identity_is_found_by_its_line()
    {
        var html = File.ReadAllText(_folder.File(ResultFiles.Html));
        File.WriteAllText(_folder.File(ResultFiles.Html), ReplaceFirst(html, "2.5 GHz", "3.5 GHz"));

        var difference = Assert.Single(ReportVerifier.Verify(_folder.Path).Differences);

        Assert.Contains("under 'The answer'", difference.Where);
    }

    [Fact]
    public void A_missing_report_is_a_difference()
    {
        File.Delete(_folder.File(ResultFiles.Html));

        Assert.Contains(ReportVerifier.Verify(_folder.Path).Differences, d => d.File == ResultFiles.Html);
    }

    [Fact]
    public void Published_results_follow_from_their_raw_data()
    {
        foreach (var result in Directory.EnumerateDirectories(Checkout.PathTo("results", "quickstart"))) Assert.Empty(ReportVerifier.Verify(result).Differences);
    }

    [Fact]
    public void A_report_of_another_layout_is_verified_by_its_figures()
    {
        var html = File.ReadAllText(_folder.File(ResultFiles.Html)).Replace(DocumentBuilder.Generator, "EvalFaaS report, layout 0").Replace("Method", "Methods");
        File.WriteAllText(_folder.File(ResultFiles.Html), html);

        var result = ReportVerifier.Verify(_folder.Path);

        Assert.True(result.Ok);
        Assert.NotEmpty(result.Notes);
    }

    private void ChangeFirstStart()
    {
        var lines = File.ReadAllLines(_folder.File(ResultFiles.Samples));
        var fields = lines[1].Split(',');
        fields[12] = (long.Parse(fields[12]) + 100_000).ToString();
        lines[1] = string.Join(',', fields);
        File.WriteAllText(_folder.File(ResultFiles.Samples), string.Join('\n', lines) + "\n");
    }

    private static string ReplaceFirst(string text, string old, string with)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' is not there.");
        return text[..at] + with + text[(at + old.Length)..];
    }
}
