using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Running;

/// <summary>How narrow the run's intervals are so far: one value of each trial (median start or latency, answers a second, bytes an instance), ratios paired by block.</summary>
internal sealed class Precision(string reference)
{
    private readonly Dictionary<(string Measure, string Function, string State), Dictionary<string, SortedDictionary<int, double>>> _cells = [];

    /// <summary>Adds a trial.</summary>
    public void Add(Trial trial, ReadOnlySpan<Sample> samples)
    {
        if (trial.Error is not null || Value(trial, samples) is not { } value || value <= 0) return;
        var key = (trial.Measure, trial.Function, trial.State);
        if (!_cells.TryGetValue(key, out var targets)) targets = _cells[key] = [];
        if (!targets.TryGetValue(trial.Target, out var blocks)) blocks = targets[trial.Target] = [];
        blocks[trial.Block] = value;
    }

    /// <summary>Forgets a disturbed block.</summary>
    public void Drop(int block)
    {
        foreach (var blocks in _cells.Values.SelectMany(t => t.Values)) blocks.Remove(block);
    }

    /// <summary>The widest interval, as a share of its value: of the ratios where there are any, else of each target's own mean. Infinite with too few blocks.</summary>
    public double Widest() => _cells.Values.SelectMany(Intervals).Select(Width).DefaultIfEmpty(double.PositiveInfinity).Max();

    private IEnumerable<Interval?> Intervals(Dictionary<string, SortedDictionary<int, double>> targets)
    {
        var to = targets.ContainsKey(reference) ? reference : targets.Keys.First();
        if (targets.Count == 1) yield return targets[to].Count == 0 ? null : BlockMean.Geometric([.. targets[to].Values]);
        foreach (var (name, blocks) in targets)
            if (name != to) yield return PairedBlocks.Ratio(blocks, targets[to]);
    }

    private static double Width(Interval? interval) =>
        interval is { Low: { } low, High: { } high, Value: var value } ? (high - low) / value : double.PositiveInfinity;

    private static double? Value(Trial trial, ReadOnlySpan<Sample> samples) => trial.Kind switch
    {
        MeasureKind.Throughput => trial.Ok * 1e9 / Math.Max(1, trial.DurationNs),
        MeasureKind.Memory or MeasureKind.Deployed => trial.Instances is > 0 and var n ? (trial.ProportionalBytes ?? trial.ResidentBytes) / (double)n : null,
        _ => MedianTime(trial, samples),
    };

    private static double? MedianTime(Trial trial, ReadOnlySpan<Sample> samples)
    {
        var times = new List<long>(samples.Length);
        foreach (ref readonly var sample in samples)
            if (sample.TimeIn(trial) is { } time) times.Add(time);
        return times.Count == 0 ? null : Distribution.Of(times).Quantile(0.5);
    }
}
