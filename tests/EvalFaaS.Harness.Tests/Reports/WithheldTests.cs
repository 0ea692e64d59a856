using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class WithheldTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1_000, 2_000, "")]
    [InlineData(1_000, 500_000, @"process \(N5\) is withheld above the median")]
    [InlineData(1_000, 20_000, @"process \(N5\) is withheld between the median and [0-9.]+ %")]
    [InlineData(50_000, 50_000, @"process \(N5\) is withheld up to [0-9.]+ %")]
    public void A_curve_is_drawn_as_far_as_its_latencies_stand_above_the_generators_lateness(long p50, long p99, string said)
    {
        new SyntheticRun(blocks: 6, requests: 150) { Adjust = t => t.Measure == "latency" ? t with { ScheduleErrorP50Ns = t.Target == "process" ? p50 : 1_000, ScheduleErrorP99Ns = t.Target == "process" ? p99 : 2_000 } : t }.Write(_folder.Path);

        ReportWriter.Write(_folder.Path);

        var page = File.ReadAllText(_folder.File(ResultFiles.Markdown));
        Assert.Equal(3, Directory.EnumerateFiles(_folder.File(ResultFiles.Charts), "latency-*.svg").Count());
        Assert.Equal(said.Length > 0, page.Contains("Open circles end what is not withheld."));
        if (said.Length > 0) Assert.Matches(said, page);
        Assert.DoesNotContain("Not drawn", page);
        Assert.Empty(ReportVerifier.Verify(_folder.Path).Differences);
    }

    [Fact]
    public void Ratios_and_curves_of_withheld_latencies_are_not_printed_and_the_reason_is()
    {
        new SyntheticRun(blocks: 6, requests: 150) { Adjust = t => t.Measure == "latency" ? t with { ScheduleErrorP50Ns = t.Target == "process" ? 50_000 : 1_000, ScheduleErrorP99Ns = t.Target == "process" ? 5_000_000 : 2_000 } : t }.Write(_folder.Path);

        var summary = ReportWriter.Write(_folder.Path);

        var withheld = summary.Comparisons.Where(c => c.Withheld).ToList();
        Assert.All(withheld, c => Assert.Contains("process", new[] { c.Target, c.Reference }));
        Assert.NotEmpty(withheld);
        var page = File.ReadAllText(_folder.File(ResultFiles.Html));
        Assert.DoesNotContain(withheld, c => page.Contains($"data-figure=\"{c.Id}\"", StringComparison.Ordinal));
        Assert.Contains("Not drawn, since their latencies are withheld: process (N5)", page);
        Assert.Contains("ratios are withheld, since one of their latencies", page);
        Assert.Empty(ReportVerifier.Verify(_folder.Path).Differences);
    }
}
