namespace EvalFaaS.Predictor.Forecasters;

/// <summary>Holt's linear trend: a level and a slope, both smoothed exponentially.</summary>
/// <param name="alpha">Smoothing of the level.</param>
/// <param name="beta">Smoothing of the slope.</param>
public sealed class Holt(float alpha, float beta) : IForecaster
{
    /// <inheritdoc/>
    public string Name { get; } = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"holt-{alpha}-{beta}");

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        if (past.IsEmpty) return 0;
        float level = past[0], slope = 0;
        for (var i = 1; i < past.Length; i++)
        {
            var error = past[i] - (level + slope);
            level += slope + alpha * error;
            slope += alpha * beta * error;
        }

        return Math.Max(0, level + horizon * slope);
    }
}
