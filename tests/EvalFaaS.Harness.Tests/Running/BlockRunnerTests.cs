using System.Diagnostics;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>A target that dies in the middle of a trial.</summary>
[Collection(RealTargets.Name)]
public sealed class BlockRunnerTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_on_a_target_that_dies_counts_its_failures_and_the_run_goes_on()
    {
        var suite = SmallSuite.Of("wasmtime, kestrel", "  - { kind: throughput, functions: [echo], connections: 4, duration: 600ms, warm_up: 20ms }\n");

        var (trials, samples) = await RunAsync(suite, dies: "wasmtime", inBlock: 1);

        Assert.Equal([(1, "kestrel"), (1, "wasmtime"), (2, "kestrel"), (2, "wasmtime")], trials.Select(t => (t.Block, t.Target)).Order());
        var dead = trials.Single(t => t is { Block: 1, Target: "wasmtime" });
        Assert.True(dead is { Ok: > 0, Failed: > 0 } && dead.Issued == dead.Ok + dead.Failed, $"{dead.Ok} ok, {dead.Failed} failed of {dead.Issued}");
        Assert.Equal(dead.Issued, samples);
        Assert.Null(dead.LoadsAfter);
        Assert.All(trials.Where(t => t != dead), t => Assert.True(t is { Error: null, Failed: 0, Ok: > 0 }, t.Error));
    }

    [Fact]
    public async Task Starts_on_a_target_that_dies_are_kept_as_far_as_they_went_and_its_other_trials_say_why_they_gave_nothing()
    {
        var suite = SmallSuite.Of("wasmtime", "  - { kind: start, functions: [hello], states: [N3, N4, N5], count: 3000 }\n");

        var (trials, _) = await RunAsync(suite with { Blocks = 1 }, dies: "wasmtime", inBlock: 1);

        Assert.Equal(3, trials.Count);
        Assert.StartsWith("It ended after ", trials[0].Error);
        Assert.InRange(trials[0].Issued, 1, 3000);
        Assert.All(trials.Skip(1), t => Assert.True(t is { Error: not null, Issued: 0 }));
        // The end of the process is noticed a moment after that of its connections.
        Assert.Contains("ended with code 137", trials[^1].Error);
    }

    /// <summary>Runs a suite's blocks; kills the target's process once it has worked for a while in its first trial of that block.</summary>
    private async Task<(IReadOnlyList<Trial> Trials, long SamplesOfTheDead)> RunAsync(Suite suite, string dies, int inBlock)
    {
        await native.ProgramAsync("echo");
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        var functions = await FunctionCatalogue.OpenAsync(Library.Open, suite, Stop);
        var targets = suite.Targets.ToDictionary(t => t.Name, t => TargetMachine.Target(t.Kind));
        var mortal = new MortalTarget(targets[dies], deathAt: inBlock);
        targets[dies] = mortal;
        var pilot = new Pilot(functions, machine.Machine, TimeSpan.Zero);
        using var writer = new ResultWriter(folder.Path, new ResultWriterOptions { SamplesPerTrial = 1_000_000 });
        var trials = new List<Trial>();
        var blocks = new BlockRunner("r", functions, targets, pilot, machine.Machine, writer, (_, trial, _) => trials.Add(trial));
        var random = new Random(1);

        for (var block = 1; block <= suite.Blocks; block++) await blocks.RunAsync(block, RunPlan.Order(RunPlan.Cells(suite, targets, functions.WithoutNative), random), random, Stop);

        await mortal.Death;
        writer.Complete(new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [] });
        ReportWriter.Write(folder.Path);
        Assert.Empty(ReportVerifier.Verify(folder.Path).Differences);
        var dead = trials.First(t => t.Error is not null);
        return (trials, ResultData.Read(folder.Path).Samples.RowsOf(dead.Number).Count);
    }

    /// <summary>A real target whose process is killed once it has used some CPU time in its first trial of a block.</summary>
    private sealed class MortalTarget(ITarget inner, int deathAt) : ITarget
    {
        private static readonly long WorkNs = (long)TimeSpan.FromMilliseconds(60).TotalNanoseconds;
        private int _starts;

        public Task Death { get; private set; } = Task.CompletedTask;

        public string Name => inner.Name;

        public string IsolatedBy => inner.IsolatedBy;

        public string? WhyUnavailable() => inner.WhyUnavailable();

        public IReadOnlyList<string> States => inner.States;

        public TargetAbilities Abilities => inner.Abilities;

        public async Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation)
        {
            var run = await inner.StartAsync(machine, instances, cancellation);
            return ++_starts == deathAt ? new MortalRun(run, this) : run;
        }

        /// <summary>Waits until the node has worked, and kills it.</summary>
        public void Doom()
        {
            if (!Death.IsCompleted || Death != Task.CompletedTask) return;
            var node = Assert.Single(Process.GetProcessesByName("evalfaas"), p => File.ReadAllText($"/proc/{p.Id}/cmdline").Contains("\0node\0", StringComparison.Ordinal));
            var begun = ProcessUsage.Of([node.Id], memory: false).CpuNs;
            Death = Task.Factory.StartNew(
                () =>
                {
                    while (ProcessUsage.Of([node.Id], memory: false).CpuNs - begun < WorkNs) Thread.Yield();
                    node.Kill();
                    node.Dispose();
                },
                TaskCreationOptions.LongRunning);
        }
    }

    /// <summary>Is doomed by the first count of its loads: just before a trial.</summary>
    private sealed class MortalRun(ITargetRun inner, MortalTarget target) : ITargetRun
    {
        public TargetConfiguration Configuration => inner.Configuration;

        public string? Failure => inner.Failure;

        public Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation) => inner.DeployAsync(function, cancellation);

        public ProcessUsage Usage(bool memory) => inner.Usage(memory);

        public Task<long?> LoadsAsync(CancellationToken cancellation)
        {
            var loads = inner.LoadsAsync(cancellation);
            target.Doom();
            return loads;
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
