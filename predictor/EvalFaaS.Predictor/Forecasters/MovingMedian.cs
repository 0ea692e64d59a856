namespace EvalFaaS.Predictor.Forecasters;

/// <summary>The median of the last minutes.</summary>
/// <param name="window">Minutes that are looked at.</param>
public sealed class MovingMedian(int window) : IForecaster
{
    /// <inheritdoc/>
    public string Name => $"median-{window}";

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        var last = past[^Math.Min(window, past.Length)..];
        Span<float> values = stackalloc float[last.Length];
        last.CopyTo(values);
        return Median.Of(values);
    }
}
