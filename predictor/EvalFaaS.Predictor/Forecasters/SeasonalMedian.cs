namespace EvalFaaS.Predictor.Forecasters;

/// <summary>
/// The median over the same place of the last cycles: what a timer does, unmoved by a single missed or doubled call, for which the plain seasonal
/// forecast pays twice.
/// </summary>
/// <param name="period">The period, minutes, 1 or more.</param>
/// <param name="cycles">Cycles that are looked at.</param>
public sealed class SeasonalMedian(int period, int cycles) : IForecaster
{
    /// <inheritdoc/>
    public string Name => $"seasonal-median-{period}x{cycles}";

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        Span<float> values = stackalloc float[cycles];
        var count = 0;
        for (var back = Cycles.Back(period, horizon); count < cycles && back <= past.Length; back += period) values[count++] = past[^back];
        return count > 0 ? Median.Of(values[..count]) : past.IsEmpty ? 0 : past[^1];
    }
}
