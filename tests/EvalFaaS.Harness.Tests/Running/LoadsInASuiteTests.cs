using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>Shapes, mixes, random bodies, think times and new connections in a run against real targets.</summary>
[Collection(RealTargets.Name)]
public sealed class LoadsInASuiteTests
{
    [Fact]
    public async Task Every_kind_of_load_reaches_its_targets_and_is_answered_rightly()
    {
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        File.WriteAllText(folder.File("times.csv"), "0\n0.01\n0.02\n0.02\n");
        var suite = SmallSuite.Of("wasmtime, kestrel", $$"""
              - kind: latency
                name: mixed
                functions: [{ name: browsing, mix: [{ name: hello, weight: 3 }, { name: echo, payload: { uniform: { from: 1, to: 20000 } }, weight: 1 }] }]
                rate: 300
                shape: { sine: { amplitude: 0.5, period: 50ms } }
                keep_alive: false
                duration: 100ms
                warm_up: 20ms
              - kind: latency
                name: listed
                functions: [echo]
                shape: { csv: {{folder.File("times.csv")}} }
                duration: 100ms
                warm_up: 20ms
              - kind: throughput
                functions: [{ name: echo, payload: [10, 100000] }]
                think: { exponential: 1ms }
                connections: 2
                duration: 100ms
                warm_up: 20ms
            """);

        var result = await new SuiteRunner(TimeProvider.System).RunAsync(suite, SmallSuite.Options(folder.File("result"), TargetMachine.Program), new ProgressLog(), TestContext.Current.CancellationToken);

        var data = ResultData.Read(result.Directory);
        Assert.Equal(["browsing", "echo", "echo:list-10-100000B"], data.Trials.Select(t => t.Function).Distinct().Order());
        Assert.All(data.Trials, t => Assert.True(t.Failed == 0, string.Join(' ', data.Samples.RowsOf(t.Number).Select(row => data.Samples.Outcome(row)))));
        Assert.All(data.Trials, t => Assert.True(t.Issued > 0, t.Error));
        Assert.All(data.Trials.Where(t => t.Measure == "listed"), t => Assert.Equal(4, t.Issued));
        Assert.All(data.Trials, t => Assert.NotNull(t.ScheduleErrorP99Ns));
        Assert.Equal(["", "echo:uniform-1-20000B", "hello"], PartsIn(result.Directory));
        machine.AssertNothingLeft();
    }

    private static IEnumerable<string> PartsIn(string result)
    {
        using var samples = new Utf8CsvReader(Path.Combine(result, ResultFiles.Samples));
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        while (samples.Read()) parts.Add(samples.Text(samples.Require("part")));
        return parts;
    }
}
