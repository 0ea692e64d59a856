using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Runs one block: each target started anew, its cells measured, the machine looked at between them, everything written as it comes.</summary>
internal sealed class BlockRunner(
    string runId, FunctionCatalogue functions, IReadOnlyDictionary<string, ITarget> targets, Pilot pilot, MeasuringMachine machine, ResultWriter writer, Action<Cell, Trial, Sample[]> done)
{
    private readonly MachineProbe _probe = new(runId, machine.Cores, machine.Clock);
    private int _number;

    /// <summary>Digests of each target's configuration as read back, block by block: more than one means that it changed between them.</summary>
    public Dictionary<string, HashSet<string>> Digests { get; } = [];

    /// <summary>Looks at the machine before the first block: what the later looks are compared with.</summary>
    public IReadOnlyList<ProbeRow> Calibrate(int looks)
    {
        List<ProbeRow> probes = [.. Enumerable.Range(0, looks).SelectMany(_ => _probe.Look(block: 0, trial: 0))];
        writer.Write(probes);
        return probes;
    }

    /// <summary>Runs the block; a target that fails gives trials that say why, and the others go on. Returns the looks at the machine.</summary>
    public async Task<IReadOnlyList<ProbeRow>> RunAsync(int block, IReadOnlyList<IReadOnlyList<Cell>> order, Random random, CancellationToken cancellation)
    {
        var probes = new List<ProbeRow>();
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

            var deployed = new RunningFunctions(functions);
            try
            {
                foreach (var cell in group)
                {
                    var blank = Blank(block, ++place, cell);
                    if (run is null) End(cell, blank with { Error = failure }, [], []);
                    else await MeasureAsync(run, deployed, cell, blank, random.Next(), probes, cancellation);
                }
            }
            finally
            {
                if (run is not null)
                {
                    if (deployed.Any) (Digests.TryGetValue(group[0].Target, out var seen) ? seen : Digests[group[0].Target] = []).Add(run.Configuration.Digest);
                    await run.DisposeAsync();
                }
            }
        }

        Look(probes, block, trial: 0);
        return probes;
    }

    // What one look finds after a trial is what the next one finds before it.
    private async Task MeasureAsync(ITargetRun run, RunningFunctions deployed, Cell cell, Trial blank, int seed, List<ProbeRow> probes, CancellationToken cancellation)
    {
        Look(probes, blank.Block, blank.Number);
        var rate = cell.Measure is LatencyMeasure latency ? pilot.Rate(latency, cell.Workload) : 0;
        var work = new TrialWork(cell, run, deployed, rate, seed, machine, blank);
        var stages = await TrialRunner.RunAsync(work, cancellation);
        End(cell, work.Trial, work.Samples, stages);
        writer.Write(work.Resources);
    }

    private void End(Cell cell, Trial trial, Sample[] samples, IReadOnlyList<StageRow> stages)
    {
        writer.Write(trial, samples, stages);
        done(cell, trial, samples);
    }

    private void Look(List<ProbeRow> probes, int block, int trial)
    {
        var found = _probe.Look(block, trial);
        writer.Write(found);
        probes.AddRange(found);
    }

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
