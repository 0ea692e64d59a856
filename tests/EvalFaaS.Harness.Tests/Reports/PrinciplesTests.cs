using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class PrinciplesTests
{
    [Theory]
    [InlineData(10, "met")]
    [InlineData(3, "partly")]
    [InlineData(1, "not met")]
    public void Repetition_is_judged_by_blocks(int blocks, string verdict) => Assert.Contains($"| P1 Repeated experiments | {verdict} | {blocks} blocks", Table(new SyntheticRun(blocks: blocks, requests: 100)));

    [Fact]
    public void There_are_eight_and_each_has_evidence() => Assert.Equal(8, Table(new SyntheticRun(blocks: 6, requests: 100)).Split('\n').Count(l => l.StartsWith("| P", StringComparison.Ordinal) && l.Split('|')[3].Trim().Length > 20));

    [Fact]
    public void A_target_left_out_makes_coverage_partial() => Assert.Contains("| P2 Workload and configuration coverage | partly | ", Table(new SyntheticRun(blocks: 6, requests: 100)));

    private static string Table(SyntheticRun run)
    {
        using var folder = new TemporaryFolder();
        run.Write(folder.Path);
        ReportWriter.Write(folder.Path);
        var report = File.ReadAllText(folder.File(ResultFiles.Markdown));
        return report[report.IndexOf("## Principles of", StringComparison.Ordinal)..];
    }
}
