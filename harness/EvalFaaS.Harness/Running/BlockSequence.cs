using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Runs block after block: those planned, those in place of disturbed ones, and more until the intervals are narrow enough.</summary>
internal sealed class BlockSequence(
    Suite suite, IReadOnlyList<Cell> cells, string runId, FunctionCatalogue functions, IReadOnlyDictionary<string, ITarget> targets, Pilot pilot, MeasuringMachine machine,
    Random random, IProgress<RunProgress> progress)
{
    private const int CalibrationLooks = 15;
    private readonly RunLength _length = new(suite.Blocks, suite.More, suite.Disturbance.Repeats);
    private readonly Precision _precision = new(suite.Reference ?? suite.Targets[0].Name);
    private long _blocksNs;
    private int _done;

    /// <summary>Targets that gave a right answer.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>Runs them all, and leaves a result; what was measured is kept also when it ends early.</summary>
    public async Task RunAsync(string output, int seed, RunRecord record, CancellationToken cancellation)
    {
        using var writer = new ResultWriter(output, new ResultWriterOptions { Seed = seed });
        if (record.Published is { Rows: { Count: > 0 } rows }) writer.WriteWhole(PublishedTable.Rows, rows);
        var blocks = new BlockRunner(runId, functions, targets, pilot, machine, writer, Count);
        try
        {
            await RunAsync(writer, blocks, cancellation);
        }
        catch (Exception e)
        {
            try
            {
                writer.Complete(record.Environment(blocks.Digests, "The run was ended early."));
            }
            catch (IOException) when (e is IOException)
            {
                // The disk is full still: the first word on it says what is there.
            }

            throw;
        }

        writer.Complete(record.Environment(blocks.Digests, _length.Ending));
    }

    private async Task RunAsync(ResultWriter writer, BlockRunner blocks, CancellationToken cancellation)
    {
        var rule = new DisturbanceRule(suite.Disturbance, blocks.Calibrate(CalibrationLooks));
        while (_length.TryBegin(_precision.Widest, HasTimeFor))
        {
            var begun = machine.Clock.NowNs;
            var steal = Steal.Ns();
            var probes = await blocks.RunAsync(_length.Number, RunPlan.Order(cells, random), random, cancellation);
            var row = new BlockRow { Run = runId, Number = _length.Number, BeginNs = begun, DurationNs = machine.Clock.NowNs - begun, Repeats = _length.Repeats };
            row = rule.Judge(row, probes, Steal.Ns() - steal);
            writer.Write(row);
            _blocksNs += row.DurationNs;
            if (row.Disturbed is null) continue;
            _precision.Drop(row.Number);
            _length.WasDisturbed();
        }
    }

    private bool HasTimeFor(int more) =>
        suite.Budget is not { } budget || machine.Clock.NowNs + _blocksNs / _length.Number * more <= budget.TotalNanoseconds;

    private void Count(Cell cell, Trial trial, Sample[] samples)
    {
        _precision.Add(trial, samples);
        if (trial.Ok > 0) Answered.Add(trial.Target);
        progress.Report(new RunProgress(++_done, cells.Count * _length.Expected, $"block {trial.Block}: {cell.Target} {cell.Measure.Name} {cell.Workload.Label} {cell.State}"));
    }
}
