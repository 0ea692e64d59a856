using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class WithheldTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ratios_and_curves_of_withheld_latencies_are_not_printed_and_the_reason_is()
    {
        new SyntheticRun(blocks: 6, requests: 150) { Adjust = t => t.Measure == "latency" ? t with { ScheduleErrorP50Ns = t.Target == "process" ? 50_000 : 1_000, ScheduleErrorP99Ns = t.Target == "process" ? 500_000 : 2_000 } : t }.Write(_folder.Path);

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
