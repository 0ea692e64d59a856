using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>Trials stage by stage, on a real server.</summary>
[Collection(RealTargets.Name)]
public sealed class TrialRunnerTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trial_goes_through_all_its_stages_in_order_and_each_says_how_it_ended()
    {
        var (trial, stages) = Assert.Single(await RunAsync("  - { kind: throughput, functions: [echo], connections: 2, duration: 50ms, warm_up: 700ms, steady_limit: 5s }\n"));

        Assert.Null(trial.Error);
        Assert.Equal(["deploy", "verify", "warm-up", "steady-state", "measure", "cool-down", "collect"], stages.Select(s => s.Name));
        Assert.All(stages.Where(s => s.Name is not ("steady-state" or "cool-down")), s => Assert.Equal("done", s.Verdict));
        Assert.Contains(stages[3].Verdict, new[] { StageRow.Steady, StageRow.NeverSteady });
        Assert.All(stages.Zip(stages.Skip(1)), s => Assert.True(s.First.BeginNs + s.First.DurationNs <= s.Second.BeginNs));
    }

    [Fact]
    public async Task A_later_trial_finds_its_function_deployed_and_verified()
    {
        var trials = await RunAsync("""
              - { kind: throughput, functions: [echo], connections: 2, duration: 30ms, warm_up: 10ms, steady_limit: 0ms }
              - { kind: latency, functions: [echo], rate: 500, duration: 30ms, warm_up: 10ms, steady_limit: 0ms }

            """);

        Assert.Equal(["done", "skipped"], trials.Select(t => t.Stages[0].Verdict));
        Assert.Equal(["done", "skipped"], trials.Select(t => t.Stages[1].Verdict));
        Assert.All(trials, t => Assert.Equal((StageRow.Undecided, "done"), (t.Stages[3].Verdict, t.Stages[4].Verdict)));
    }

    [Fact]
    public async Task An_answer_that_is_not_the_expected_one_ends_the_trial_before_anything_is_timed()
    {
        var (trial, stages) = Assert.Single(await RunAsync("  - { kind: throughput, functions: [hello], connections: 2, duration: 50ms }\n", "wasmtime", run => new Mistaken(run)));

        Assert.Equal("'wasmtime' does not answer 'hello' rightly: WrongAnswer (status 200).", trial.Error);
        Assert.Equal([("deploy", "done"), ("verify", "failed")], stages.Select(s => (s.Name, s.Verdict)));
        Assert.Equal(0, trial.Issued);
    }

    private async Task<IReadOnlyList<(Trial Trial, IReadOnlyList<StageRow> Stages)>> RunAsync(string measures, string name = "kestrel", Func<ITargetRun, ITargetRun>? around = null)
    {
        await native.ProgramAsync("echo");
        using var machine = new TargetMachine();
        var suite = SmallSuite.Of(name, measures);
        var functions = await FunctionCatalogue.OpenAsync(Library.Open, suite, Stop);
        var target = TargetMachine.Target(name);
        var trials = new List<(Trial, IReadOnlyList<StageRow>)>();
        await using (var run = await target.StartAsync(machine.Machine, 0, Stop))
        {
            var deployed = new RunningFunctions(functions);
            foreach (var cell in RunPlan.Cells(suite, new Dictionary<string, ITarget> { [name] = target }, functions.WithoutNative))
            {
                var blank = new Trial { Run = "r", Block = 1, Number = trials.Count + 1, Order = 1, Target = name, Function = cell.Workload.Label, Measure = cell.Measure.Name, Kind = cell.Measure.Kind, State = "none" };
                var work = new TrialWork(cell, around?.Invoke(run) ?? run, deployed, 500, 1, machine.Machine, blank);
                var stages = await TrialRunner.RunAsync(work, Stop);
                trials.Add((work.Trial, stages));
            }
        }

        machine.AssertNothingLeft();
        return trials;
    }

    /// <summary>A real target whose functions are expected to say something else than they do.</summary>
    private sealed class Mistaken(ITargetRun inner) : ITargetRun
    {
        public TargetConfiguration Configuration => inner.Configuration;

        public string? Failure => inner.Failure;

        public Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation) =>
            inner.DeployAsync(function with { Case = function.Case with { ExpectedBody = "something else"u8.ToArray() } }, cancellation);

        public ProcessUsage Usage(bool memory) => inner.Usage(memory);

        public Task<long?> LoadsAsync(CancellationToken cancellation) => inner.LoadsAsync(cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
