using System.Numerics.Tensors;

namespace EvalFaaS.Predictor.Forecasters;

/// <summary>The mean of the last minutes.</summary>
/// <param name="window">Minutes that are looked at.</param>
public sealed class MovingMean(int window) : IForecaster
{
    /// <inheritdoc/>
    public string Name => $"mean-{window}";

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        var last = past[^Math.Min(window, past.Length)..];
        return last.IsEmpty ? 0 : TensorPrimitives.Sum(last) / last.Length;
    }
}
