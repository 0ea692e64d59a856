using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Statistics;

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

    /// <summary>Goes on with a load until its means are steady, or for so long at most.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="step">Between two tests.</param>
    /// <param name="plan">The load of a given duration.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The verdict on all means together.</returns>
    public async Task<Mser5> ExtendAsync(TimeSpan limit, TimeSpan step, Func<TimeSpan, LoadPlan> plan, MonotonicClock clock, CancellationToken cancellation)
    {
        var verdict = Mser5.Of(_means);
        for (var left = limit; left > TimeSpan.Zero && !verdict.Steady; left -= step)
        {
            Add(await LoadGenerator.RunAsync(plan(left < step ? left : step), clock, cancellation));
            verdict = Mser5.Of(_means);
        }

        return verdict;
    }

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
