namespace EvalFaaS.Simulator.Statistics;

/// <summary>Counts of times in bins whose width is a 128th of their octave, at most 0.8 %: from a nanosecond to a year, in memory that does not depend on how many are counted. Recording is a shift and an increment, for the bins are read off the floating-point number itself.</summary>
/// <remarks>After HdrHistogram (G. Tene), whose bins of whole numbers would need a unit beforehand. Merged by adding.</remarks>
public sealed class LogHistogram
{
    private const int StepBits = 7;
    private const int LowestExponent = -30;
    private const int HighestExponent = 25;
    private const int Shift = 52 - StepBits;
    private static readonly long Base = (long)(LowestExponent + 1023) << StepBits;

    // Bin 0 holds what is below the lowest, zero included.
    private readonly long[] _counts = new long[((HighestExponent - LowestExponent) << StepBits) + 1];

    /// <summary>How many were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>Records a time.</summary>
    /// <param name="seconds">Seconds, 0 or more.</param>
    public void Record(double seconds)
    {
        var bin = (BitConverter.DoubleToInt64Bits(seconds) >> Shift) - Base + 1;
        _counts[Math.Clamp(bin, 0, _counts.Length - 1)]++;
        Count++;
    }

    /// <summary>Adds what another one counted.</summary>
    public void Add(LogHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
        Count += other.Count;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    /// <summary>The quantile at a level from 0 to 1, seconds, even within its bin; 0 where nothing was recorded.</summary>
    public double Quantile(double level)
    {
        if (Count == 0) return 0;
        var wanted = level * Count;
        var before = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0) continue;
            if (before + _counts[i] >= wanted) return Lower(i) + (Lower(i + 1) - Lower(i)) * Math.Clamp((wanted - before) / _counts[i], 0, 1);
            before += _counts[i];
        }

        return Lower(_counts.Length);
    }

    private static double Lower(int bin) => bin == 0 ? 0 : BitConverter.Int64BitsToDouble((Base + bin - 1) << Shift);
}
