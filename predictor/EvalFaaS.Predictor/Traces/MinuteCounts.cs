namespace EvalFaaS.Predictor.Traces;

/// <summary>
/// How often a function was called in each minute, held in as few bytes as its largest minute needs: most functions of a real trace never pass 255 calls
/// a minute, so a day of 50,000 functions takes about 75 MB.
/// </summary>
public sealed class MinuteCounts
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _shorts;
    private readonly int[]? _ints;

    /// <summary>Takes a copy of some counts.</summary>
    /// <param name="counts">Calls in each minute, from the first on; none negative.</param>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public MinuteCounts(ReadOnlySpan<int> counts)
    {
        var largest = 0;
        foreach (var count in counts)
        {
            if (count < 0) throw new ArgumentException($"A minute cannot have {count} calls.", nameof(counts));
            largest = Math.Max(largest, count);
            Total += count;
            if (count > 0) Active++;
        }

        Length = counts.Length;
        Largest = largest;
        if (largest <= byte.MaxValue) _bytes = new byte[Length];
        else if (largest <= ushort.MaxValue) _shorts = new ushort[Length];
        else _ints = counts.ToArray();
        for (var i = 0; i < Length; i++)
        {
            if (_bytes is not null) _bytes[i] = (byte)counts[i];
            else if (_shorts is not null) _shorts[i] = (ushort)counts[i];
        }
    }

    /// <summary>Number of minutes.</summary>
    public int Length { get; }

    /// <summary>Calls in all minutes together.</summary>
    public long Total { get; }

    /// <summary>Minutes with at least one call.</summary>
    public int Active { get; }

    /// <summary>Calls in the fullest minute.</summary>
    public int Largest { get; }

    /// <summary>Calls in one minute, counted from the trace's first.</summary>
    public int this[int minute] => _bytes is not null ? _bytes[minute] : _shorts is not null ? _shorts[minute] : _ints![minute];

    /// <summary>All minutes as an array of their own.</summary>
    public int[] ToArray()
    {
        var counts = new int[Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = this[i];
        return counts;
    }
}
