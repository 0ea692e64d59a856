namespace EvalFaaS.Simulator.Statistics;

/// <summary>Count, mean and variance of numbers as they come.</summary>
/// <remarks>Source: B. P. Welford, Technometrics 4(3), 1962; merged after Chan, Golub and LeVeque, 1979.</remarks>
public struct Moments
{
    private double _squares;

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 where there are none.</summary>
    public double Mean { get; private set; }

    /// <summary>Their sample variance; 0 below two.</summary>
    public readonly double Variance => Count < 2 ? 0 : _squares / (Count - 1);

    /// <summary>Their sum.</summary>
    public readonly double Sum => Mean * Count;

    /// <summary>Takes one more.</summary>
    public void Add(double value)
    {
        Count++;
        var from = value - Mean;
        Mean += from / Count;
        _squares += from * (value - Mean);
    }

    /// <summary>Takes those of another.</summary>
    public void Add(in Moments other)
    {
        if (other.Count == 0) return;
        var total = Count + other.Count;
        var apart = other.Mean - Mean;
        _squares += other._squares + apart * apart * Count * other.Count / total;
        Mean += apart * other.Count / total;
        Count = total;
    }
}
