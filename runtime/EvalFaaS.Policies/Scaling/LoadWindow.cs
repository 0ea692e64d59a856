namespace EvalFaaS.Policies;

/// <summary>Averages a load over its last seconds, one bucket a second.</summary>
/// <remarks>As the buckets of Knative Serving (pkg/autoscaler/aggregation/bucketing.go): the average is over the part of the window that has been seen, rounded to 6 digits. A sample stands for all seconds since the one before it, so that a slower sampler does not count as idleness; of two samples in one second the later counts.</remarks>
internal sealed class LoadWindow(int seconds)
{
    private readonly double[] _buckets = new double[seconds];
    private long _first = long.MaxValue, _last = long.MinValue;

    /// <summary>Whether anything was ever added.</summary>
    public bool IsEmpty => _last == long.MinValue;

    /// <summary>Adds a sample. One from before the last is left out.</summary>
    public void Add(double at, double value)
    {
        var bucket = (long)Math.Floor(at);
        if (bucket < _last) return;
        if (IsEmpty) _first = _last = bucket;
        for (var b = Math.Max(Math.Min(_last + 1, bucket), bucket - _buckets.Length + 1); b <= bucket; b++) _buckets[Place(b)] = value;
        _last = bucket;
    }

    /// <summary>The average of the last seconds until now; 0 where they hold nothing.</summary>
    /// <param name="now">The time, seconds.</param>
    /// <param name="window">How many seconds; at most those of this window.</param>
    public double Average(double now, int window)
    {
        var end = (long)Math.Floor(now);
        var from = Math.Max(Math.Max(_first, end - window + 1), _last - _buckets.Length + 1);
        var to = Math.Min(_last, end);
        if (IsEmpty || to < from) return 0;
        var sum = 0.0;
        for (var b = from; b <= to; b++) sum += _buckets[Place(b)];
        return Math.Round(sum / (to - from + 1), 6);
    }

    private int Place(long bucket) => (int)((bucket % _buckets.Length + _buckets.Length) % _buckets.Length);
}
