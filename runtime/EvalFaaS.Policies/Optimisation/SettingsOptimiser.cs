namespace EvalFaaS.Policies;

/// <summary>Recommends settings of a function from its own history, cost against latency.</summary>
/// <remarks>It tries windows at the function's own gaps, since between two of them nothing changes but what is paid, and pools up to the most calls that it had at a time.</remarks>
public static class SettingsOptimiser
{
    private const double MemoryHeadroom = 1.25;
    private static readonly double[] GapLevels = [0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];
    private static readonly double[] RoundWindows = [0, 1, 10, 60, 300, 600, 1800, 3600];

    /// <summary>Recommends.</summary>
    /// <param name="history">What the function did.</param>
    /// <param name="price">What running it costs.</param>
    /// <param name="latency">The 95th percentile that is wanted at most, seconds; null: what is best for both.</param>
    /// <exception cref="PolicyException">The history has no calls.</exception>
    public static SettingsRecommendation Recommend(FunctionHistory history, MemoryPrice price, double? latency = null)
    {
        if (history.Calls.Count == 0) throw new PolicyException("There is no call in the history: settings follow from what a function did.");
        var outcomes = Candidates(history).Select(s => new HistoryReplay(history, s).Run(price)).ToList();
        var front = ParetoFront.Of(outcomes);
        var chosen = latency is { } most ? front.FirstOrDefault(o => o.P95 <= most) ?? front[^1] : ParetoFront.Knee(front);
        return new SettingsRecommendation(front, chosen, outcomes.Count, Peak(history.Calls), MemoryLimit(history), latency is null || chosen.P95 <= latency);
    }

    /// <summary>The memory limit for a peak, whole MiB: a quarter above it, since the next call may want more than any yet.</summary>
    private static int? MemoryLimit(FunctionHistory history) => history.PeakMiB is { } peak ? (int)Math.Max(1, Math.Ceiling(peak * MemoryHeadroom)) : null;

    // The simplest first: of two alike it is the one that stays.
    private static IEnumerable<FunctionSettings> Candidates(FunctionHistory history)
    {
        var windows = Windows(history);
        var most = Peak(history.Calls);
        for (var pool = 0; pool <= most; pool = pool == 0 ? 1 : pool < most ? Math.Min(2 * pool, most) : most + 1)
            foreach (var window in windows)
                if (pool == 0 || window > 0) yield return new FunctionSettings(window, pool);
    }

    private static double[] Windows(FunctionHistory history)
    {
        var gaps = new List<double>();
        var end = double.NegativeInfinity;
        foreach (var (at, seconds) in history.Calls)
        {
            if (at > end && double.IsFinite(end)) gaps.Add(at - end);
            end = Math.Max(end, at + history.InstanceSeconds + seconds);
        }

        gaps.Sort();
        var own = gaps.Count == 0 ? [] : GapLevels.Select(l => gaps[(int)Math.Ceiling(l * gaps.Count) - 1]).Select(Rounded);
        return [.. RoundWindows.Concat(own).Append(double.PositiveInfinity).Distinct().Order()];
    }

    /// <summary>A window that a person can write: rounded up to two digits, so that the gap still lies within, and a little more for calls that come late.</summary>
    private static double Rounded(double gap)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(gap, 1e-3))) - 1);
        return Math.Round((Math.Floor(gap / step) + 1) * step, 6);
    }

    /// <summary>The most calls at a time.</summary>
    private static int Peak(IReadOnlyList<PastCall> calls)
    {
        var running = new PriorityQueue<int, double>();
        var most = 0;
        foreach (var (at, seconds) in calls)
        {
            while (running.TryPeek(out _, out var end) && end <= at) running.Dequeue();
            running.Enqueue(0, at + seconds);
            most = Math.Max(most, running.Count);
        }

        return most;
    }
}
