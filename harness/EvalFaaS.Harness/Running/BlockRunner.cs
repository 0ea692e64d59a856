using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Runs one block: each target started anew, its cells measured, everything written as it comes.</summary>
internal sealed class BlockRunner(
    string runId, FunctionCatalogue functions, IReadOnlyDictionary<string, ITarget> targets, Pilot pilot, MeasuringMachine machine, ResultWriter writer, Action<Cell, Trial> done)
{
    private static readonly ITrialKind[] Kinds = [new StartTrial(), new LoadTrial(MeasureKind.Latency), new LoadTrial(MeasureKind.Throughput), new MemoryTrial()];
    private int _number;

    /// <summary>Digests of each target's configuration as read back, block by block: more than one means that it changed between them.</summary>
    public Dictionary<string, HashSet<string>> Digests { get; } = [];

    /// <summary>Runs the block; a target that fails gives trials that say why, and the others go on.</summary>
    public async Task RunAsync(int block, IReadOnlyList<IReadOnlyList<Cell>> order, Random random, CancellationToken cancellation)
    {
        var place = 0;
        foreach (var group in order)
        {
            var instances = group.Select(c => c.Measure).OfType<MemoryMeasure>().Select(m => m.Instances).DefaultIfEmpty(0).Max();
            ITargetRun? run = null;
            var failure = "";
            try
            {
                run = await targets[group[0].Target].StartAsync(machine, instances, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure = e.Message;
            }

            var deployed = new Dictionary<Workload, IDeployedFunction>();
            try
            {
                foreach (var cell in group)
                {
                    var blank = Blank(block, ++place, cell);
                    var outcome = run is null
                        ? new TrialOutcome(blank with { Error = failure }, [])
                        : await TrialAsync(run, deployed, cell, blank, random.Next(), cancellation);
                    writer.Write(outcome.Trial, outcome.Samples);
                    done(cell, outcome.Trial);
                }
            }
            finally
            {
                if (run is not null)
                {
                    if (deployed.Count > 0) (Digests.TryGetValue(group[0].Target, out var seen) ? seen : Digests[group[0].Target] = []).Add(run.Configuration.Digest);
                    await run.DisposeAsync();
                }
            }
        }
    }

    private async Task<TrialOutcome> TrialAsync(ITargetRun run, Dictionary<Workload, IDeployedFunction> deployed, Cell cell, Trial blank, int seed, CancellationToken cancellation)
    {
        if (run.Failure is { } dead) return new TrialOutcome(blank with { Error = dead }, []);
        try
        {
            if (!deployed.TryGetValue(cell.Workload, out var function))
            {
                deployed[cell.Workload] = function = await run.DeployAsync(functions.Setup(cell.Workload), cancellation);
                await WarmUp.RunAsync(function, machine, cancellation);
            }

            var rate = cell.Measure is LatencyMeasure latency ? pilot.Rate(latency, cell.Workload) : 0;
            var steal = Steal.Ns();
            var loads = await run.LoadsAsync(cancellation);
            var kind = Kinds.First(k => k.Kind == cell.Measure.Kind);
            var outcome = await kind.RunAsync(new TrialContext(cell, run, function, rate, seed, machine), blank, cancellation);
            var trial = outcome.Trial with { StealNs = Steal.Ns() - steal, LoadsBefore = loads };
            if (outcome.Samples.Length > 0) trial = Count(trial, outcome.Samples);
            return outcome with { Trial = await EndAsync(run, trial, cancellation) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new TrialOutcome(blank with { Error = run.Failure ?? e.Message }, []);
        }
    }

    /// <summary>What was measured before a target's end is kept, its failures counted; the trial says that it is not whole.</summary>
    private static async Task<Trial> EndAsync(ITargetRun run, Trial trial, CancellationToken cancellation)
    {
        try
        {
            if (run.Failure is { } end) return trial with { Error = trial.Error ?? end };
            return trial with { LoadsAfter = await run.LoadsAsync(cancellation) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return trial with { Error = trial.Error ?? run.Failure ?? e.Message };
        }
    }

    private static Trial Count(Trial trial, Sample[] samples) => trial with
    {
        Issued = samples.Length,
        Ok = samples.Count(s => s.Outcome == Sample.Ok),
        Failed = samples.Count(s => s.Outcome != Sample.Ok),
        InWrongState = samples.Count(s => s.Outcome == Sample.Ok && s.StartState is not null && s.StartState != trial.State),
    };

    private Trial Blank(int block, int place, Cell cell) => new()
    {
        Run = runId,
        Block = block,
        Number = ++_number,
        Order = place,
        Target = cell.Target,
        Function = cell.Workload.Label,
        Measure = cell.Measure.Name,
        Kind = cell.Measure.Kind,
        State = cell.State ?? StartStates.None,
    };
}
