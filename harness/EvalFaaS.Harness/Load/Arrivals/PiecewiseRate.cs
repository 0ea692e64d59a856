using System.Collections.Immutable;

namespace EvalFaaS.Harness.Load;

/// <summary>A rate of linear pieces, one after the other: constant, ramps, steps and bursts are all of this kind.</summary>
public sealed class PiecewiseRate : IRate
{
    private readonly RateSegment[] _segments;
    private readonly double[] _begin;
    private readonly double[] _counts;
    private readonly double _length;
    private readonly double _total;

    /// <summary>Pieces, then either all of them again, or the last one's final rate for ever.</summary>
    /// <param name="segments">At least one; lengths above 0, rates from 0.</param>
    /// <param name="repeats">Whether they repeat.</param>
    public PiecewiseRate(IReadOnlyList<RateSegment> segments, bool repeats)
    {
        if (segments.Count == 0 || segments.Any(s => !(s.Seconds > 0) || !(s.From >= 0) || !(s.To >= 0)))
            throw new ArgumentException("A rate is made of segments with a length above 0 and rates from 0.", nameof(segments));
        Segments = [.. segments];
        Repeats = repeats;
        _length = segments.Sum(s => s.Seconds);
        _total = segments.Sum(s => s.Count);
        _segments = repeats ? [.. segments] : [.. segments, new RateSegment(double.PositiveInfinity, segments[^1].To, segments[^1].To)];
        _begin = new double[_segments.Length];
        _counts = new double[_segments.Length];
        for (var i = 1; i < _segments.Length; i++) (_begin[i], _counts[i]) = (_begin[i - 1] + _segments[i - 1].Seconds, _counts[i - 1] + _segments[i - 1].Count);
    }

    /// <summary>The pieces.</summary>
    public ImmutableArray<RateSegment> Segments { get; }

    /// <summary>Whether they repeat; else the last rate stays.</summary>
    public bool Repeats { get; }

    /// <inheritdoc/>
    public double At(double seconds)
    {
        var (rest, _) = InCycle(seconds, _length);
        var i = Last(_begin, rest);
        return _segments[i].At(rest - _begin[i]);
    }

    /// <inheritdoc/>
    public double CountUntil(double seconds)
    {
        var (rest, cycles) = InCycle(seconds, _length);
        var i = Last(_begin, rest);
        return cycles * _total + _counts[i] + _segments[i].CountUntil(rest - _begin[i]);
    }

    /// <inheritdoc/>
    public double TimeOf(double count)
    {
        if (Repeats && _total == 0) return double.PositiveInfinity;
        var (rest, cycles) = InCycle(count, _total);
        var i = Last(_counts, rest);
        return cycles * _length + _begin[i] + _segments[i].TimeOf(rest - _counts[i]);
    }

    private (double Within, double Cycles) InCycle(double value, double cycle)
    {
        if (!Repeats) return (value, 0);
        var cycles = Math.Floor(value / cycle);
        return (Math.Max(0, value - cycles * cycle), cycles);
    }

    /// <summary>The last entry that is not above a value; of equal ones the last, so that pieces in which nothing is expected are passed over.</summary>
    private static int Last(double[] ascending, double value)
    {
        var i = ascending.Length - 1;
        while (i > 0 && ascending[i] > value) i--;
        return i;
    }
}
