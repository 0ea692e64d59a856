using System.Reflection;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Runs a suite from beginning to end and leaves its raw data in a folder.</summary>
/// <remarks>
/// The block is the unit of inference: each starts every target anew and holds one trial of each cell, in an order drawn from the recorded seed
/// (targets shuffled, cells shuffled within each target).
/// </remarks>
public sealed class SuiteRunner(TimeProvider time)
{
    /// <summary>Runs it.</summary>
    /// <param name="suite">What to measure.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every trial.</param>
    /// <param name="cancellation">Ends the run early; what was measured is kept.</param>
    /// <exception cref="ArgumentException">A target asked for is not in the suite, or none of its targets can run here.</exception>
    public async Task<RunResult> RunAsync(Suite suite, RunOptions options, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var selection = TargetSelection.Of(suite, options.Targets);
        if (selection.Targets.Count == 0) throw new ArgumentException($"None of the targets of '{suite.Name}' can run here. `evalfaas targets` says how to have them.");
        progress.Report(new RunProgress(0, 0, "building what is missing"));
        var functions = await FunctionCatalogue.OpenAsync(FunctionLibrary.Open(options.Functions), suite, cancellation);
        var seed = options.Seed ?? suite.Seed;
        var random = new Random(seed);
        var runId = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
        using var memory = MemoryCgroup.TryCreate($"evalfaas-{runId}", options.MemoryBytes, out var noMemoryLimit);
        var scratch = Directory.CreateTempSubdirectory("evalfaas-run-").FullName;
        var machine = new MeasuringMachine
        {
            Clock = new MonotonicClock(time),
            Time = time,
            Cores = CpuSet.OfMachine(),
            Memory = memory,
            Scratch = scratch,
            Program = options.Program,
        };
        try
        {
            var cells = RunPlan.Cells(suite, selection.Targets);
            var pilot = new Pilot(functions, machine);
            foreach (var (name, target) in selection.Targets)
            {
                progress.Report(new RunProgress(0, cells.Count * suite.Blocks, $"trying {name}"));
                var own = cells.Where(c => c.Target == name).ToArray();
                if (own.Length > 0) await pilot.TryAsync(target, own, cancellation);
            }

            cells = [.. cells.Where(c => !pilot.Failures.ContainsKey(c.Target))];

            var ceiling = await GeneratorCeiling.MeasureAsync(functions.Setup(suite.Measures[0].Functions[0]), machine, cancellation);
            var facts = MachineFacts.Read(machine.Cores, ceiling);
            var trials = await RunBlocksAsync(suite, selection, functions, pilot, cells, machine, runId, random, seed, options.Output, progress, cancellation,
                (writer, done, digests) => writer.Complete(Environment(suite, options, selection, functions, pilot, machine, runId, seed, facts, noMemoryLimit, done, digests)));
            return new RunResult(options.Output, [.. selection.Targets.Keys.Where(t => pilot.Failures.ContainsKey(t) || (cells.Any(c => c.Target == t) && trials.Where(x => x.Target == t).All(x => x.Ok == 0)))]);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Trial>> RunBlocksAsync(
        Suite suite, TargetSelection selection, FunctionCatalogue functions, Pilot pilot, IReadOnlyList<Cell> cells, MeasuringMachine machine, string runId, Random random,
        int seed, string output, IProgress<RunProgress> progress, CancellationToken cancellation, Action<ResultWriter, IReadOnlyList<Trial>, IReadOnlyDictionary<string, HashSet<string>>> complete)
    {
        var trials = new List<Trial>();
        using var writer = new ResultWriter(output, new ResultWriterOptions { Seed = seed });
        var blocks = new BlockRunner(runId, functions, selection.Targets, pilot, machine, writer, (cell, trial) =>
        {
            trials.Add(trial);
            progress.Report(new RunProgress(trials.Count, cells.Count * suite.Blocks, $"block {trial.Block}: {cell.Target} {cell.Measure.Name} {cell.Workload.Label} {cell.State}"));
        });
        try
        {
            for (var block = 1; block <= suite.Blocks; block++) await blocks.RunAsync(block, RunPlan.Order(cells, random), random, cancellation);
        }
        catch (Exception e)
        {
            // What was measured stays readable also when the run was ended early.
            try
            {
                complete(writer, trials, blocks.Digests);
            }
            catch (IOException) when (e is IOException)
            {
                // The disk is full still: the first word on it says what is there.
            }

            throw;
        }

        complete(writer, trials, blocks.Digests);
        return trials;
    }

    private RunEnvironment Environment(
        Suite suite, RunOptions options, TargetSelection selection, FunctionCatalogue functions, Pilot pilot, MeasuringMachine machine, string runId, int seed,
        MachineRecord facts, string? noMemoryLimit, IReadOnlyList<Trial> trials, IReadOnlyDictionary<string, HashSet<string>> digests) => new()
    {
        Run = runId,
        OriginUtc = machine.Clock.AnchorUtc,
        DurationNs = machine.Clock.NowNs,
        Version = typeof(SuiteRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        Command = options.Command,
        Suite = SuiteRecords.Of(suite, seed, pilot),
        Machine = facts,
        Targets = [.. selection.Targets.Values.Where(t => !pilot.Failures.ContainsKey(t.Name)).Select(t => TargetRecords.Of(t, suite, pilot))],
        LeftOut = [.. selection.LeftOut],
        Functions = [.. functions.Records()],
        Warnings =
        [
            .. RunWarnings.Before(machine.Cores, noMemoryLimit, facts),
            .. pilot.Failures.Select(f => new RunWarning("target-failed", $"It failed before the first block and was not measured: {f.Value}", f.Key)),
            .. RunWarnings.After(trials, TimeSpan.FromTicks(machine.Clock.NowNs / 100), suite.Budget, digests),
        ],
    };
}
