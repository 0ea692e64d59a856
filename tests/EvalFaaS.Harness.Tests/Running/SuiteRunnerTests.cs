using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Harness.Tests.Targets;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>A whole run against real targets, from the suite to the verified report.</summary>
[Collection(RealTargets.Name)]
public sealed class SuiteRunnerTests(NativeBuild native)
{
    private const int Starts = 2;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_records_every_trial_proves_its_states_and_gives_a_report_that_can_be_verified()
    {
        await native.ProgramAsync("hello");
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        var suite = SmallSuite.Of("wasmtime, wasmtime-worker, wasmtime-inproc, process, container, kestrel", $$"""
              - { kind: start, functions: [hello], targets: [wasmtime, wasmtime-worker, wasmtime-inproc, process, container], states: [N2, N3, created, N4, paused, N5], count: {{Starts}} }
              - { kind: throughput, functions: [echo], targets: [wasmtime, process, container, kestrel], connections: 2, duration: 60ms, warm_up: 20ms }
              - { kind: latency, functions: [echo], targets: [wasmtime, process, container, kestrel], rate: 400, duration: 60ms, warm_up: 20ms }
              - { kind: memory, functions: [hello], targets: [wasmtime-inproc, process], instances: 3 }
            """);
        var progress = new ProgressLog();

        var result = await new SuiteRunner(TimeProvider.System).RunAsync(suite, SmallSuite.Options(folder.File("result"), TargetMachine.Program), progress, Stop);
        var summary = ReportWriter.Write(result.Directory);

        Assert.Empty(result.TargetsWithoutSuccess);
        var data = ResultData.Read(result.Directory);
        var left = data.Environment.LeftOut.Select(t => t.Name).ToHashSet();
        var expected = Cells(suite).Where(c => !left.Contains(c.Target)).SelectMany(c => Enumerable.Range(1, SmallSuite.Blocks).Select(b => (b, c.Measure, c.Target, c.State))).Order();
        Assert.Equal(expected, data.Trials.Select(t => (t.Block, t.Measure, t.Target, t.Kind == MeasureKind.Start ? t.State : "")).Order());
        Assert.Equal(Enumerable.Range(1, data.Trials.Count), data.Trials.Select(t => t.Number));
        Assert.All(data.Trials, AssertWhole);
        Assert.All(data.Trials.Where(t => t.Kind == MeasureKind.Start), t => AssertProved(t, data.Samples));
        Assert.Equal(data.Trials.Count, progress.Told[^1].Done);
        AssertConsistent(summary, data);
        Assert.All(data.Trials, t => Assert.Equal(TrialRunner.Stages.Select(stage => stage.Name), data.Stages.Where(r => r.Trial == t.Number).Select(r => r.Name)));
        Assert.Equal([1, 2], data.Blocks.Select(b => b.Number).Take(2));
        Assert.All(data.Blocks, b => Assert.True(b is { CpuSlowdown: > 0, MemorySlowdown: > 0, WakeDelayNs: > 0, DurationNs: > 0 }));
        Assert.All(data.Trials, t => Assert.Contains(data.Probes, p => p.Trial == t.Number && p is { Core: MachineProbe.Target, CpuNs: > 0, MemoryNs: > 0, ClockStepNs: > 0 }));

        var verified = ReportVerifier.Verify(result.Directory);
        Assert.Empty(verified.Differences);
        Assert.True(verified.Figures > 100);
        Assert.True(File.Exists(Path.Combine(result.Directory, ResultFiles.Html)) && File.Exists(Path.Combine(result.Directory, ResultFiles.Markdown)));
        machine.AssertNothingLeft();
    }

    [Fact]
    public async Task A_run_whose_disk_runs_full_says_what_was_saved_and_claims_no_more()
    {
        await native.ProgramAsync("echo");
        using var disk = new SmallDisk("256k");
        using var machine = new TargetMachine();
        var output = Path.Combine(disk.Path, "result");
        var suite = SmallSuite.Of("kestrel", "  - { kind: throughput, functions: [echo], connections: 2, duration: 50ms, warm_up: 10ms }\n") with { Blocks = 500 };
        var done = 0;
        var progress = new ProgressLog(p =>
        {
            done = p.Done;
            if (p.Done == 2) disk.Fill();
        });

        var thrown = await Assert.ThrowsAsync<IOException>(() =>
            new SuiteRunner(TimeProvider.System).RunAsync(suite, SmallSuite.Options(output, TargetMachine.Program), progress, Stop));

        Assert.Contains($"The {done} trials before are whole", thrown.Message);
        Assert.Equal(done + 1, File.ReadAllLines(Path.Combine(output, ResultFiles.Trials)).Length);
        Assert.DoesNotContain(ResultFiles.Environment, Directory.GetFiles(output).Select(Path.GetFileName));
        machine.AssertNothingLeft();
    }

    [Fact]
    public async Task A_run_that_is_ended_early_keeps_what_was_measured_and_leaves_nothing_running()
    {
        await native.ProgramAsync("echo");
        using var folder = new TemporaryFolder();
        using var machine = new TargetMachine();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var suite = SmallSuite.Of("kestrel, wasmtime", "  - { kind: throughput, functions: [echo], connections: 2, duration: 50ms, warm_up: 10ms }\n");
        var progress = new ProgressLog(p =>
        {
            if (p.Done == 1) end.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new SuiteRunner(TimeProvider.System).RunAsync(suite, SmallSuite.Options(folder.File("result"), TargetMachine.Program), progress, end.Token));

        Assert.Single(ResultData.Read(folder.File("result")).Trials);
        machine.AssertNothingLeft();
    }

    private static IEnumerable<(string Measure, string Target, string State)> Cells(Suite suite)
    {
        var targets = TargetCatalogue.All.ToDictionary(t => t.Name);
        foreach (var measure in suite.Measures)
            foreach (var target in measure.Targets)
                foreach (var state in measure.Kind == MeasureKind.Start ? measure.States.Where(targets[target].States.Contains) : [""])
                    yield return (measure.Name, target, state);
    }

    private static void AssertWhole(Trial trial)
    {
        Assert.Null(trial.Error);
        Assert.Equal((0, 0), (trial.Failed, trial.InWrongState));
        Assert.True(trial.Ok > 0 && trial.Ok == trial.Issued, $"Trial {trial.Number}: {trial.Ok} of {trial.Issued}");
    }

    private static void AssertProved(Trial trial, SampleTable samples)
    {
        var rows = samples.RowsOf(trial.Number).ToList();
        Assert.Equal(Starts, rows.Count);
        Assert.All(rows, row => Assert.Equal((trial.State, Sample.Ok), (samples.StartState(row), samples.Outcome(row))));
        // One start more than is recorded.
        if (trial.LoadsAfter - trial.LoadsBefore is { } loads && trial.State is "N2" or "N3") Assert.Equal(Starts + 1, loads);
    }

    private static void AssertConsistent(Summary summary, ResultData data)
    {
        Assert.Equal(data.Trials.Count, summary.Cells.Sum(c => c.Trials));
        foreach (var cell in summary.Cells)
        {
            var trials = data.Trials.Where(t => (t.Target, t.Function, t.Measure, t.State) == (cell.Target, cell.Function, cell.Measure, cell.State)).ToList();
            Assert.Equal((SmallSuite.Blocks, trials.Sum(t => t.Issued), trials.Sum(t => t.Ok)), (cell.Trials, cell.Issued, cell.Ok));
            Assert.NotEmpty(cell.Figures);
            if (cell.Kind == "start") Assert.Equal(Starts * SmallSuite.Blocks, cell.Find(Metrics.P50)!.Count);
        }
    }
}
