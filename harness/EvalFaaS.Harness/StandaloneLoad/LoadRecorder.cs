using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using HdrHistogram;

namespace EvalFaaS.Harness.StandaloneLoad;

/// <summary>Counts requests as they end, in constant memory: for loads of any length. Written by the generator's thread, looked at by others.</summary>
public sealed class LoadRecorder : ISampleSink
{
    private readonly LongHistogram _latency = LatencyHistogram.Create();
    private readonly LongHistogram _schedule = LatencyHistogram.Create();
    private readonly Recorder _recent = HistogramFactory.With64BitBucketSize().WithValuesFrom(1).WithValuesUpTo(LatencyHistogram.HighestNs).WithPrecisionOf(2).WithThreadSafeReads().Create();
    private readonly long[] _outcomes = new long[Enum.GetValues<LoadOutcome>().Length];
    private readonly long[] _statuses = new long[1000];
    private HistogramBase? _last;

    /// <inheritdoc/>
    public void Take(in LoadSample sample)
    {
        Volatile.Write(ref _outcomes[(int)sample.Outcome], _outcomes[(int)sample.Outcome] + 1);
        if (sample.Outcome == LoadOutcome.BadStatus && sample.Status is >= 0 and < 1000) _statuses[sample.Status]++;
        LatencyHistogram.Record(_schedule, sample.ScheduleErrorNs);
        if (sample.Outcome != LoadOutcome.Ok) return;
        var latency = sample.LastByteNs - sample.IntendedNs;
        LatencyHistogram.Record(_latency, latency);
        _recent.RecordValue(Math.Clamp(latency, 1, LatencyHistogram.HighestNs));
    }

    /// <summary>Requests that ended so.</summary>
    public long CountOf(LoadOutcome outcome) => Volatile.Read(ref _outcomes[(int)outcome]);

    /// <summary>Requests that ended.</summary>
    public long Ended => CountOf(LoadOutcome.Ok) + Others;

    /// <summary>Requests that ended otherwise than with the right answer.</summary>
    public long Others => Enum.GetValues<LoadOutcome>().Where(o => o != LoadOutcome.Ok).Sum(CountOf);

    /// <summary>Failures by name, the most frequent first: <c>timeout</c>, <c>http-503</c>, ...; those cut at the load's end are none.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Failures() =>
    [
        .. Enum.GetValues<LoadOutcome>().Where(o => o is not (LoadOutcome.Ok or LoadOutcome.BadStatus or LoadOutcome.Cut))
            .Select(o => KeyValuePair.Create(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(o.ToString()), CountOf(o)))
            .Concat(_statuses.Select((count, status) => KeyValuePair.Create($"http-{status}", count)))
            .Where(f => f.Value > 0)
            .OrderByDescending(f => f.Value),
    ];

    /// <summary>Median and 99th percentile of the right answers since it was last asked, ns; null where there were none.</summary>
    public (long P50Ns, long P99Ns)? Recent()
    {
        _last = _recent.GetIntervalHistogram(_last);
        return _last.TotalCount == 0 ? null : (_last.GetValueAtPercentile(50), _last.GetValueAtPercentile(99));
    }

    /// <summary>Latencies of the right answers, ns with their counts; to be read when the load is over.</summary>
    public IEnumerable<(long Ns, long Count)> Latencies() => Values(_latency);

    /// <summary>Lateness of sending, ns with its counts; to be read when the load is over.</summary>
    public IEnumerable<(long Ns, long Count)> Lateness() => Values(_schedule);

    /// <summary>Writes the latencies as a histogram file of a result.</summary>
    public void WriteLatencies(string path) => LatencyHistogram.Write(_latency, path);

    private static IEnumerable<(long Ns, long Count)> Values(LongHistogram histogram) => histogram.RecordedValues().Select(b => (b.ValueIteratedTo, b.CountAtValueIteratedTo));
}
