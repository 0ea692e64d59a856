using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>A bad neighbour on the same real target: what becomes of it, and of the good function.</summary>
[Collection(RealTargets.Name)]
public sealed class NeighboursTests(NativeBuild native)
{
    private const string Measures = """
          - kind: latency
            functions: [hello]
            neighbour: [none, burn, memory, flood, crash]
            rate: 100
            connections: 4
            duration: 1s
            warm_up: 20ms
            steady_limit: 0ms

        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wasmtime")]
    [InlineData("wasmtime-worker")]
    [InlineData("wasmedge")]
    [InlineData("process")]
    [InlineData("container")]
    public async Task It_fails_in_its_own_way_and_the_good_functions_answers_are_right(string target)
    {
        TargetMachine.Target(target);
        var trials = await RunAsync(target, Measures);

        Assert.Equal(["latency@burn", "latency@crash", "latency@flood", "latency@memory", "latency@none"], trials.Select(t => t.Measure).Order());
        Assert.All(trials, t => Assert.True(t is { Ok: > 0, Failed: 0 }, t.Error));
        Assert.Null(trials.Single(t => t.Measure == "latency@none").Neighbour);
        foreach (var trial in trials.Where(t => t.Measure != "latency@none"))
        {
            var did = trial.Neighbour!;
            var (failure, restarts) = Expected(target, did.Name);
            Assert.Equal($"latency@{did.Name}", trial.Measure);
            Assert.True(did.Ended > 0 && did.Failures.ContainsKey(failure), $"{did.Name}: {did.Ok} ok, {did.FailuresText}; {failure} was expected");
            Assert.True(did.Restarts > 0 == restarts, $"{did.Name}: {did.Restarts} restarts");
            Assert.Null(trial.CpuNs);
        }
    }

    // A node ends an invocation; a server without a platform around it ends whole, answers what it can, or computes until it is killed.
    private static (string Failure, bool Restarts) Expected(string target, string mode) => (target, mode) switch
    {
        ("process" or "container", "burn") => ("timeout", false),
        ("process", "flood") => ("http-500", false),
        ("process" or "container", _) => ("connection-lost", true),
        (_, "burn") => ("http-504", false),
        (_, "memory") => ("http-507", false),
        // The head of its answer is out already when it is too long.
        (_, "flood") => ("connection-lost", false),
        _ => ("http-502", false),
    };

    private async Task<IReadOnlyList<Trial>> RunAsync(string target, string measures)
    {
        await native.ProgramAsync("noisy");
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        var suite = SmallSuite.Of(target, measures) with { Blocks = 1 };
        var result = await new SuiteRunner(TimeProvider.System).RunAsync(suite, SmallSuite.Options(folder.File("result"), TargetMachine.Program), new ProgressLog(), Stop);
        var trials = ResultData.Read(result.Directory).Trials;
        // A machine that does something else meanwhile may hold the generator up, which the trial says and which is not what is looked at.
        Assert.All(trials, t => Assert.True(t.Error is null || t.Error.StartsWith("the generator fell behind", StringComparison.Ordinal), t.Error));
        machine.AssertNothingLeft();
        return trials;
    }
}
