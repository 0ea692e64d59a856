using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Published;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>A suite that reproduces published data, with the data whole, damaged and absent.</summary>
[Collection(RealTargets.Name)]
public sealed class PublishedDataInARunTests : IDisposable
{
    private static readonly Suite Suite = SmallSuite.Of("wasmtime-inproc", "  - { kind: start, functions: [hello], states: [N4], count: 1 }\n") with { Reproduces = SmallSet.Set };

    private readonly TemporaryFolder _folder = new();
    private readonly SmallSet _small = new();

    public void Dispose()
    {
        _folder.Dispose();
        _small.Dispose();
    }

    [Fact]
    public async Task What_is_there_goes_into_the_result_with_its_digest()
    {
        var data = await RunAsync(_small.Traces);

        Assert.Equal(7, data.Published.Count);
        Assert.Contains(ResultFiles.Published, data.Environment.Files.Keys);
        Assert.Equal((null, "box", "N3"), (data.Environment.Suite.Reproduces!.LeftOut, data.Environment.Suite.Reproduces.Set.Baseline, data.Environment.Suite.Reproduces.Set.Targets[1].Ours[0].State));
    }

    [Fact]
    public async Task Without_it_the_suite_runs_all_the_same()
    {
        var data = await RunAsync(_folder.Path);

        Assert.Empty(data.Published);
        Assert.NotEmpty(data.Trials);
        Assert.StartsWith("There is no small/times", data.Environment.Suite.Reproduces!.LeftOut);
        Assert.DoesNotContain(ResultFiles.Published, data.Environment.Files.Keys);
    }

    [Fact]
    public async Task Damaged_data_end_the_run_before_anything_is_measured()
    {
        File.WriteAllText(_small.PathTo("wasm", "sums"), "3\n");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(_small.Traces));

        Assert.Contains("holds 1 times where the data set has 20: it was cut short", error.Message);
        Assert.False(Directory.Exists(_folder.File("result")));
    }

    private async Task<ResultData> RunAsync(string traces)
    {
        var options = SmallSuite.Options(_folder.File("result"), TargetMachine.Program) with { Traces = traces };
        var result = await new SuiteRunner(TimeProvider.System).RunAsync(Suite, options, new ProgressLog(), TestContext.Current.CancellationToken);
        return ResultData.Read(result.Directory);
    }
}
