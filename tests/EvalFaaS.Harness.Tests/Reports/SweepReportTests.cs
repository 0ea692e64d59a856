using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

/// <summary>A report of measures at several levels. To look at its charts: EVALFAAS_TEST_SCREENSHOTS=FOLDER.</summary>
public sealed class SweepReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _markdown;

    public SweepReportTests()
    {
        new SyntheticRun(blocks: 6, requests: 100) { Connections = [1, 2, 4, 16, 64] }.Write(_folder.Path);
        ReportWriter.Write(_folder.Path);
        _markdown = File.ReadAllText(_folder.File(ResultFiles.Markdown));
        if (Environment.GetEnvironmentVariable("EVALFAAS_TEST_SCREENSHOTS") is not { } folder) return;
        foreach (var picture in Directory.EnumerateFiles(_folder.File(ResultFiles.Charts), "*.png")) File.Copy(picture, Path.Combine(folder, Path.GetFileName(picture)), overwrite: true);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sweep_has_one_place_for_all_its_levels()
    {
        Assert.Contains("### echo: scale from 1\u00a0connections to 64\u00a0connections", _markdown);
        Assert.DoesNotContain("measure scale@", _markdown);
        Assert.Contains("sweep-throughput-scale-echo-requests-per-s.png", _markdown);
        Assert.Contains("sweep-throughput-scale-echo-requests-per-s-ratios.png", _markdown);
    }

    [Fact]
    public void Its_caption_says_what_is_seen() => Assert.Matches("From 1\u00a0connections to 64\u00a0connections the requests a second of .+ goes from .+ to .+, the largest change of all\\. The lowest line is wasmedge \\(N4\\) at both ends", _markdown);

    [Fact]
    public void Every_number_of_it_can_be_verified()
    {
        Assert.Empty(ReportVerifier.Verify(_folder.Path).Differences);

        var report = _folder.File(ResultFiles.Html);
        File.WriteAllText(report, File.ReadAllText(report).Replace("/echo/scale@16/N4/requests_per_s\" value=\"2", "/echo/scale@16/N4/requests_per_s\" value=\"3"));

        Assert.Contains(ReportVerifier.Verify(_folder.Path).Differences, d => d.Where == "wasmtime/echo/scale@16/N4/requests_per_s");
    }
}
