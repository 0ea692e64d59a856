using System.Collections.Immutable;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Running;

/// <summary>Counts how a neighbour's requests end, on its generator's thread. Those that were under way when its load was over have not ended.</summary>
internal sealed class NeighbourLog : ISampleSink
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<(LoadOutcome Outcome, short Status), long> _ended = [];
    private long _fromNs = long.MaxValue;

    /// <summary>Completes when the first request has ended, counted or not.</summary>
    public Task First => _first.Task;

    /// <summary>From when on ends are counted, ns on the run's clock; at first none is.</summary>
    public void CountFrom(long ns) => Volatile.Write(ref _fromNs, ns);

    public void Take(in LoadSample sample)
    {
        if (sample.Outcome == LoadOutcome.Cut) return;
        _first.TrySetResult();
        if (sample.LastByteNs < Volatile.Read(ref _fromNs)) return;
        // A status says something only where it is what was wrong.
        var key = (sample.Outcome, sample.Outcome == LoadOutcome.BadStatus ? sample.Status : (short)0);
        _ended[key] = _ended.GetValueOrDefault(key) + 1;
    }

    /// <summary>What it did; asked when its load is over.</summary>
    public NeighbourDoings Read(string name, int restarts) => new()
    {
        Name = name,
        Ended = _ended.Values.Sum(),
        Ok = _ended.Where(e => e.Key.Outcome == LoadOutcome.Ok).Sum(e => e.Value),
        Failures = _ended.Where(e => e.Key.Outcome != LoadOutcome.Ok)
            .ToImmutableSortedDictionary(e => SampleConversion.Outcome(new LoadSample { Outcome = e.Key.Outcome, Status = e.Key.Status }), e => e.Value, StringComparer.Ordinal),
        Restarts = restarts,
    };
}
