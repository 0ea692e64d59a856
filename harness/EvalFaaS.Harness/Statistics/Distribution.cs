namespace EvalFaaS.Harness.Statistics;

/// <summary>Sorted values with counts: a sample, or histograms merged.</summary>
public sealed class Distribution
{
    private readonly long[] _values;

    // How many values lie at or below each; null where each stands for itself, as in a sample.
    private readonly long[]? _upTo;

    private Distribution(long[] values, long[]? upTo)
    {
        (_values, _upTo) = (values, upTo);
    }

    /// <summary>Number of values.</summary>
    public long Count => UpTo(_values.Length - 1);

    /// <summary>Smallest value.</summary>
    public long Minimum => _values[0];

    /// <summary>Largest value.</summary>
    public long Maximum => _values[^1];

    /// <summary>Arithmetic mean.</summary>
    public double Mean => MeanOf(value => value);

    /// <summary>Arithmetic mean of a function of the values.</summary>
    public double MeanOf(Func<double, double> of)
    {
        double sum = 0;
        for (var i = 0; i < _values.Length; i++) sum += of(_values[i]) * CountOf(i);
        return sum / Count;
    }

    /// <summary>Of single values in any order.</summary>
    public static Distribution Of(IEnumerable<long> values) => Own(values.ToArray());

    /// <summary>Of an array, which is sorted and kept.</summary>
    internal static Distribution Own(long[] values)
    {
        Array.Sort(values);
        return new Distribution(values, null);
    }

    /// <summary>Of values with counts in any order; equal values are merged.</summary>
    public static Distribution OfCounts(IEnumerable<(long Value, long Count)> counts)
    {
        var merged = new SortedDictionary<long, long>();
        foreach (var (value, count) in counts) merged[value] = merged.GetValueOrDefault(value) + count;
        var upTo = new long[merged.Count];
        long sum = 0;
        var i = 0;
        foreach (var count in merged.Values) upTo[i++] = sum += count;
        return new Distribution([.. merged.Keys], upTo);
    }

    /// <summary>All of several distributions together.</summary>
    public static Distribution Merge(IReadOnlyCollection<Distribution> parts)
    {
        if (parts.Count == 1) return parts.First();
        if (parts.All(p => p._upTo is null)) return Own([.. parts.SelectMany(p => p._values)]);
        var total = parts.Sum(p => p._values.Length);
        var values = new long[total];
        var counts = new long[total];
        var at = 0;
        foreach (var part in parts)
            for (var i = 0; i < part._values.Length; i++)
            {
                values[at] = part._values[i];
                counts[at++] = part.CountOf(i);
            }
        Array.Sort(values, counts);
        long sum = 0;
        for (var i = 0; i < total; i++) counts[i] = sum += counts[i];
        return new Distribution(values, counts);
    }

    /// <summary>The value of a rank, from 1.</summary>
    public long AtRank(long rank)
    {
        if (rank < 1 || rank > Count) throw new ArgumentOutOfRangeException(nameof(rank), rank, $"A rank from 1 to {Count}.");
        if (_upTo is null) return _values[rank - 1];
        var index = Array.BinarySearch(_upTo, rank);
        if (index < 0) return _values[~index];
        // Values of count 0 do not occur, so the first entry that reaches the rank is the one found.
        return _values[index];
    }

    /// <summary>A quantile by linear interpolation between the two nearest ranks.</summary>
    /// <remarks>Definition 7 of R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996): the default of R and NumPy.</remarks>
    public double Quantile(double share)
    {
        if (Count == 0) throw new InvalidOperationException("A quantile of nothing.");
        var position = (Count - 1) * share;
        var below = (long)Math.Floor(position);
        var low = AtRank(below + 1);
        return below + 1 >= Count ? low : low + (position - below) * (AtRank(below + 2) - low);
    }

    /// <summary>Share of values at or below one.</summary>
    public double ShareUpTo(long value)
    {
        int index = -1, above = _values.Length;
        while (above - index > 1)
        {
            var middle = (index + above) / 2;
            if (_values[middle] <= value) index = middle;
            else above = middle;
        }
        return (double)UpTo(index) / Count;
    }

    private long UpTo(int index) => index < 0 ? 0 : _upTo is null ? index + 1 : _upTo[index];

    private long CountOf(int index) => UpTo(index) - UpTo(index - 1);
}
