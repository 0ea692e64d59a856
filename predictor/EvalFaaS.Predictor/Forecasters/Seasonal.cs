namespace EvalFaaS.Predictor.Forecasters;

/// <summary>As one period ago; as in the last minute while the past is shorter than that.</summary>
/// <param name="period">The period, minutes, 1 or more.</param>
public sealed class Seasonal(int period) : IForecaster
{
    /// <inheritdoc/>
    public string Name => $"seasonal-{period}";

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        var back = Cycles.Back(period, horizon);
        return back <= past.Length ? past[^back] : past.IsEmpty ? 0 : past[^1];
    }
}
