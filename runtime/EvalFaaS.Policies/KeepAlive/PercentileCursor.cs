namespace EvalFaaS.Policies;

/// <summary>Keeps a percentile of a growing histogram: the first bin at which the share of all counts is reached. Moves by the few bins that an added count moves it.</summary>
internal struct PercentileCursor(double share)
{
    private readonly double _share = share;
    private long _below;

    /// <summary>The bin.</summary>
    public int Bin { get; private set; }

    /// <summary>A count was added to a bin.</summary>
    public void Added(int bin, ReadOnlySpan<int> counts, long total)
    {
        if (bin < Bin) _below++;
        var rank = Math.Max(1, _share * total);
        while (_below + counts[Bin] < rank) _below += counts[Bin++];
        while (_below >= rank) _below -= counts[--Bin];
    }
}
