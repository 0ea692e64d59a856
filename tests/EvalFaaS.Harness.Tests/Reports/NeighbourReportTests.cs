using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

/// <summary>A report of a function beside neighbours. To look at its charts: EVALFAAS_TEST_SCREENSHOTS=FOLDER.</summary>
public sealed class NeighbourReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Summary _summary;
    private readonly string _markdown;

    public NeighbourReportTests()
    {
        new SyntheticRun(blocks: 6, requests: 150) { Neighbours = ["none", "burn", "crash"], Adjust = t => t.Measure.StartsWith("beside", StringComparison.Ordinal) ? t with { ScheduleErrorP50Ns = 2_000, ScheduleErrorP99Ns = 5_000 } : t }.Write(_folder.Path);
        _summary = ReportWriter.Write(_folder.Path);
        _markdown = File.ReadAllText(_folder.File(ResultFiles.Markdown));
        if (Environment.GetEnvironmentVariable("EVALFAAS_TEST_SCREENSHOTS") is not { } folder) return;
        foreach (var picture in Directory.EnumerateFiles(_folder.File(ResultFiles.Charts), "neighbours*.png")) File.Copy(picture, Path.Combine(folder, Path.GetFileName(picture)), overwrite: true);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_family_has_one_place_for_all_its_neighbours()
    {
        Assert.Contains("### echo: beside beside none, burn, crash", _markdown);
        Assert.DoesNotContain("measure beside@", _markdown);
        Assert.Contains("charts/neighbours-latency-beside-echo.png", _markdown);
    }

    [Fact]
    public void Each_neighbour_is_compared_with_none_on_the_same_target()
    {
        var ratio = Assert.Single(_summary.Comparisons, c => c is { Target: "wasmtime", Measure: "beside@crash", ReferenceMeasure: not null, Metric: Metrics.Median });

        Assert.Equal(("wasmtime", "beside@none", 6), (ratio.Reference, ratio.ReferenceMeasure, ratio.Blocks));
        Assert.Equal(2.25, ratio.Value, 0.1);
        Assert.DoesNotContain(_summary.Comparisons, c => c is { Measure: "beside@none", ReferenceMeasure: not null });
    }

    [Fact]
    public void Its_sentence_names_the_worst_neighbour_of_each_target() =>
        Assert.Matches("Beside its worst neighbour, compared with none, the 99th percentile of latency of echo became .+× .+ on wasmtime \\(N4, crash\\)", _markdown);

    [Fact]
    public void What_the_generators_lateness_hides_is_withheld_and_the_sentence_goes_by_the_median()
    {
        using var folder = new TemporaryFolder();
        new SyntheticRun(blocks: 6, requests: 150) { Neighbours = ["none", "burn"], Adjust = t => t with { ScheduleErrorP50Ns = 100, ScheduleErrorP99Ns = 50_000_000 } }.Write(folder.Path);
        ReportWriter.Write(folder.Path);

        Assert.Contains("compared with none, the median latency of echo became", File.ReadAllText(folder.File(ResultFiles.Markdown)));
    }

    [Fact]
    public void What_a_neighbour_did_stands_beside_it() => Assert.Contains("| burn | echo, beside@burn | 300 | 12 | 288 | connection-lost 48, http-504 240 | 18 |", _markdown);

    [Fact]
    public void What_a_neighbour_did_is_read_back_as_it_was_written()
    {
        var trial = ResultData.Read(_folder.Path).Trials.First(t => t.Measure == "beside@burn");

        Assert.Equal(("burn", 50, 2, 48, "connection-lost 8; http-504 40", 3), (trial.Neighbour!.Name, trial.Neighbour.Ended, trial.Neighbour.Ok, trial.Neighbour.Failed, trial.Neighbour.FailuresText, trial.Neighbour.Restarts));
    }

    [Fact]
    public void Every_number_of_it_can_be_verified()
    {
        Assert.Empty(ReportVerifier.Verify(_folder.Path).Differences);

        var report = _folder.File(ResultFiles.Html);
        File.WriteAllText(report, File.ReadAllText(report).Replace("/echo/beside@burn:beside@none/N4/median_ns\" value=\"1", "/echo/beside@burn:beside@none/N4/median_ns\" value=\"3"));

        Assert.Contains(ReportVerifier.Verify(_folder.Path).Differences, d => d.Where == "ratio/wasmtime:wasmtime/echo/beside@burn:beside@none/N4/median_ns");
    }
}
