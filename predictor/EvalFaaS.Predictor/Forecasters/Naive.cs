namespace EvalFaaS.Predictor.Forecasters;

/// <summary>As in the last minute.</summary>
public sealed class Naive : IForecaster
{
    /// <inheritdoc/>
    public string Name => "naive";

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon) => past.IsEmpty ? 0 : past[^1];
}
