using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class ResourceSectionTests
{
    private const long Second = 1_000_000_000;

    [Fact]
    public void A_leak_is_told_by_its_slope_and_what_stays_is_told_to_stay()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, looks: 60);

        ReportWriter.Write(folder.Path);

        var page = File.ReadAllText(folder.File(ResultFiles.Markdown));
        // 1,000,000 bytes a second are 3.6 GB an hour.
        Assert.Matches(@"\| proportional memory \| 1\.00\sMB \| 60\.0\sMB \| 3\.60\sGB \| 0\.000 \|", page);
        Assert.Matches(@"\| threads \| 12 \| 12 \| 0 \| 1\.000 \|", page);
        Assert.DoesNotContain("| files on disk", page);
        Assert.Empty(ReportVerifier.Verify(folder.Path).Differences);
    }

    [Fact]
    public void A_few_looks_make_no_trend()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, looks: 10);

        ReportWriter.Write(folder.Path);

        Assert.DoesNotContain("Trend of each resource", File.ReadAllText(folder.File(ResultFiles.Markdown)));
    }

    private static void Write(string directory, int looks)
    {
        using var writer = new ResultWriter(directory);
        writer.Write(new Trial { Run = "r", Block = 1, Number = 1, Order = 1, Target = "wasmtime", Function = "echo", Measure = "soak", Kind = MeasureKind.Throughput, State = "N4", Ok = 10, Issued = 10, DurationNs = looks * Second }, []);
        writer.Write(Enumerable.Range(1, looks).Select(i => new ResourceRow { Run = "r", Block = 1, Trial = 1, AtNs = i * Second, ProportionalBytes = i * 1_000_000, ResidentBytes = 5_000_000, Descriptors = 100, Threads = 12 }));
        writer.Complete(new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [] });
    }
}
