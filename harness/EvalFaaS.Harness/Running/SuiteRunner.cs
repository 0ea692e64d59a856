using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Runs a suite from beginning to end and leaves its raw data in a folder.</summary>
/// <remarks>
/// A randomised complete block design: each block starts every target anew and holds one trial of each cell, in an order drawn from the recorded seed
/// (targets shuffled, cells shuffled within each target). The block is the unit of inference.
/// </remarks>
public sealed class SuiteRunner(TimeProvider time)
{
    /// <summary>Runs it.</summary>
    /// <param name="suite">What to measure.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every trial.</param>
    /// <param name="cancellation">Ends the run early; what was measured is kept.</param>
    /// <exception cref="ArgumentException">A target asked for is not in the suite, or none of its targets can run here.</exception>
    /// <exception cref="InvalidDataException">Published data that the suite names are damaged.</exception>
    /// <exception cref="RunRefusedException">The run would be pointless.</exception>
    public async Task<RunResult> RunAsync(Suite suite, RunOptions options, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var selection = TargetSelection.Of(suite, options.Targets);
        if (selection.Targets.Count == 0) throw new ArgumentException($"None of the targets of '{suite.Name}' can run here. `evalfaas targets` says how to have them.");
        var published = PublishedReading.Of(suite.Reproduces, options.Traces);
        progress.Report(new RunProgress(0, 0, "building what is missing"));
        var functions = await FunctionCatalogue.OpenAsync(FunctionLibrary.Open(options.Functions), suite, cancellation);
        var seed = options.Seed ?? suite.Seed;
        var runId = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
        using var memory = MemoryCgroup.TryCreate($"evalfaas-{runId}", options.MemoryBytes, out var noMemoryLimit);
        var machine = new MeasuringMachine
        {
            Clock = new MonotonicClock(time),
            Time = time,
            Cores = CpuSet.OfMachine(),
            Memory = memory,
            Scratch = Directory.CreateTempSubdirectory("evalfaas-run-").FullName,
            Program = options.Program,
        };
        try
        {
            var ceiling = await GeneratorCeiling.MeasureAsync(functions.Setup(suite.Measures[0].Functions[0]), suite.Form == SuiteForm.Smoke.Name ? SuiteForm.Smoke.Duration : GeneratorCeiling.Duration, machine, cancellation);
            var facts = MachineFacts.Read(machine.Cores, ceiling);
            var warnings = RunChecks.Run(new RunIntent
            {
                Suite = suite,
                Options = options,
                Targets = selection.Targets,
                WithoutNative = functions.WithoutNative,
                Cores = machine.Cores,
                Machine = facts,
                AvailableBytes = MachineFacts.AvailableBytes(),
                NoMemoryLimit = noMemoryLimit,
            });
            var cells = RunPlan.Cells(suite, selection.Targets, functions.WithoutNative);
            var pilot = new Pilot(functions, machine, suite.PilotWarmUp);
            foreach (var (name, target) in selection.Targets)
            {
                progress.Report(new RunProgress(0, cells.Count * suite.Blocks, $"trying {name}"));
                var own = cells.Where(c => c.Target == name).ToArray();
                if (own.Length > 0) await pilot.TryAsync(target, own, cancellation);
            }

            cells = [.. cells.Where(c => !pilot.Failures.ContainsKey(c.Target))];
            var blocks = new BlockSequence(suite, cells, runId, functions, selection.Targets, pilot, machine, new Random(seed), progress);
            var record = new RunRecord(suite, options, selection, functions, pilot, machine, runId, seed, facts, warnings, published);
            await blocks.RunAsync(options.Output, seed, record, cancellation);
            return new RunResult(options.Output, [.. selection.Targets.Keys.Where(t => pilot.Failures.ContainsKey(t) || (cells.Any(c => c.Target == t) && !blocks.Answered.Contains(t)))]);
        }
        finally
        {
            Directory.Delete(machine.Scratch, recursive: true);
        }
    }
}
