namespace EvalFaaS.Policies;

/// <summary>The latest idle times of a function, and what they say of the next.</summary>
/// <remarks>A first-order autoregression about the mean, its coefficient the lag-1 autocorrelation (Yule and Walker; Brockwell and Davis, Introduction to Time Series and Forecasting, section 5.1). Short and rare series carry no more than that.</remarks>
internal struct IdleSeries
{
    private const int Length = 16;
    private Buffer _values;
    private int _next;

    /// <summary>How many there are, up to 16.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the newest, seconds.</summary>
    public void Add(double idle)
    {
        _values[_next] = idle;
        _next = (_next + 1) % Length;
        Count = Math.Min(Count + 1, Length);
    }

    /// <summary>The idle time to come, seconds; 0 where there is none to go by.</summary>
    public readonly double Predict()
    {
        if (Count == 0) return 0;
        var mean = 0.0;
        for (var i = 0; i < Count; i++) mean += At(i) / Count;
        var (product, square) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            var off = At(i) - mean;
            square += off * off;
            if (i > 0) product += off * (At(i - 1) - mean);
        }

        var coefficient = square > 0 ? product / square : 0;
        return Math.Max(0, mean + coefficient * (At(Count - 1) - mean));
    }

    // From the oldest.
    private readonly double At(int i) => _values[(_next - Count + i + Length) % Length];

    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct Buffer
    {
        private double _first;
    }
}
