namespace EvalFaaS.Policies;

/// <summary>How long a function was idle between its calls: a histogram of bins of equal width, and a count of what lies beyond.</summary>
internal sealed class IdleHistogram
{
    private readonly int[] _counts;
    private readonly double _width;
    private double _squares;
    private PercentileCursor _head, _tail;

    public IdleHistogram(int bins, double width, double head, double tail) =>
        (_counts, _width, _head, _tail) = (new int[bins], width, new PercentileCursor(head), new PercentileCursor(tail));

    /// <summary>Idle times within the histogram.</summary>
    public long Within { get; private set; }

    /// <summary>Idle times beyond it.</summary>
    public long Beyond { get; private set; }

    /// <summary>Share of all that lie beyond it.</summary>
    public double ShareBeyond => Within + Beyond == 0 ? 0 : (double)Beyond / (Within + Beyond);

    /// <summary>The head percentile, rounded down to its bin's beginning, seconds.</summary>
    public double Head => _head.Bin * _width;

    /// <summary>The tail percentile, rounded up to its bin's end, seconds.</summary>
    public double Tail => (_tail.Bin + 1) * _width;

    /// <summary>Coefficient of variation of the bins' counts: 0 where all are equal, the root of bins - 1 where one has everything.</summary>
    public double Variation
    {
        get
        {
            if (Within == 0) return 0;
            var mean = (double)Within / _counts.Length;
            return Math.Sqrt(Math.Max(0, _squares / _counts.Length - mean * mean)) / mean;
        }
    }

    /// <summary>Adds an idle time, seconds.</summary>
    /// <returns>Whether it lies within the histogram.</returns>
    public bool Add(double idle)
    {
        var place = idle / _width;
        if (place >= _counts.Length)
        {
            Beyond++;
            return false;
        }

        var bin = (int)place;
        _squares += 2.0 * _counts[bin]++ + 1;
        Within++;
        _head.Added(bin, _counts, Within);
        _tail.Added(bin, _counts, Within);
        return true;
    }
}
