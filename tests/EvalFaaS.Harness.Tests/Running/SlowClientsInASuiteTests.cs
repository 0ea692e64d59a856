using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>Slow clients and short-lived connections in a run against a real node and a real Kestrel.</summary>
[Collection(RealTargets.Name)]
public sealed class SlowClientsInASuiteTests
{
    [Fact]
    public async Task Slow_clients_are_counted_by_themselves_and_the_good_ones_measured()
    {
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        var suite = SmallSuite.Of("wasmtime, kestrel", """
              - kind: latency
                name: slow
                functions: [{ name: echo, input: 64-kib }]
                rate: 100
                arrivals: even
                slow_clients: { connections: [0, 5], bytes_per_second: 100 }
                duration: 100ms
                warm_up: 20ms
              - kind: latency
                name: churn
                functions: [hello]
                rate: 100
                arrivals: even
                requests_per_connection: [1, 10]
                duration: 100ms
                warm_up: 20ms
            """);

        var result = await new SuiteRunner(TimeProvider.System).RunAsync(suite, SmallSuite.Options(folder.File("result"), TargetMachine.Program), new ProgressLog(), TestContext.Current.CancellationToken);
        ReportWriter.Write(result.Directory);

        var data = ResultData.Read(result.Directory);
        Assert.All(data.Trials, t => Assert.True(t is { Issued: 10, Failed: 0 }, $"{t.Target} {t.Measure}: {t.Issued} issued, {t.Failed} failed, {t.Error}"));
        Assert.All(data.Trials.Where(t => t.Measure == "slow@0"), t => Assert.Equal(new SideCounts(0, 0, 0, 0, 0, 0, 0), t.Beside));
        // 64 KiB at 100 bytes a second: none of them can be done, and no limit falls within a tenth of a second.
        Assert.All(data.Trials.Where(t => t.Measure == "slow@5"), t => Assert.Equal(new SideCounts(5, 0, 0, 0, 0, 0, 5), t.Beside));
        Assert.All(data.Trials.Where(t => t.Measure.StartsWith("churn", StringComparison.Ordinal)), t => Assert.Null(t.Beside));
        Assert.All(data.Trials, t => Assert.True(t.Threads > 0));
        var page = File.ReadAllText(Path.Combine(result.Directory, ResultFiles.Markdown));
        Assert.Contains("## The load beside the measured one", page);
        Assert.Contains("5 slow clients of the same function, each of which sends its request at 100 bytes a second", File.ReadAllText(Path.Combine(result.Directory, ResultFiles.Environment)));
        Assert.Empty(ReportVerifier.Verify(result.Directory).Differences);
        machine.AssertNothingLeft();
    }
}
