using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Running;

/// <summary>Mean latency in each window of a warm-up, in order: what tells whether a target still changes. Windows without an answer are left out.</summary>
internal sealed class WarmUpSeries
{
    private const long WindowNs = 10_000_000;
    private readonly List<double> _means = [];

    /// <summary>Length of a window.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromTicks(WindowNs / 100);

    /// <summary>The means so far, ns.</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>Adds a load, by the intended times of its requests.</summary>
    public void Add(LoadResult load)
    {
        var sums = new SortedDictionary<long, (double Sum, int Count)>();
        for (var i = 0; i < load.Samples.Count; i++)
        {
            var sample = load.Samples[i];
            if (sample.Outcome != LoadOutcome.Ok) continue;
            var window = (sample.IntendedNs - load.BeginNs) / WindowNs;
            var (sum, count) = sums.GetValueOrDefault(window);
            sums[window] = (sum + (sample.LastByteNs - sample.IntendedNs), count + 1);
        }

        _means.AddRange(sums.Values.Select(w => w.Sum / w.Count));
    }
}
