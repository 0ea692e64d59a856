namespace EvalFaaS.Predictor.Forecasters;

/// <summary>Exponentially weighted moving average: simple exponential smoothing.</summary>
/// <param name="alpha">Weight of the newest minute, above 0 and up to 1.</param>
public sealed class Ewma(float alpha) : IForecaster
{
    /// <inheritdoc/>
    public string Name { get; } = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ewma-{alpha}");

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        if (past.IsEmpty) return 0;
        var level = past[0];
        for (var i = 1; i < past.Length; i++) level += alpha * (past[i] - level);
        return level;
    }
}
