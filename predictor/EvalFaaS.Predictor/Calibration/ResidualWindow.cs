namespace EvalFaaS.Predictor.Calibration;

/// <summary>
/// Turns a forecast into quantiles by its own newest errors (split conformal prediction over a moving window). Errors of forecasts of silence, of a
/// single call and of more are kept apart, because a timer errs differently in the minutes between its calls.
/// </summary>
/// <remarks>Conformal prediction: Vovk et al. 2005; by groups ("Mondrian"), the same; over a window, because load drifts.</remarks>
internal sealed class ResidualWindow(int length)
{
    private const int Enough = 12;
    private readonly Ring?[] _rings = new Ring?[3];

    /// <summary>A forecast's minute has ended.</summary>
    public void Add(float forecast, float actual) => Of(forecast).Add(actual - forecast);

    /// <summary>The share of minutes that had a call although, or because, the forecast was of this kind; smoothed by one doubt.</summary>
    public float CallShare(float forecast)
    {
        var ring = Of(forecast);
        var calls = 0;
        foreach (var residual in ring.Sorted)
            if (residual + forecast >= 0.5f) calls++;
        return (calls + (forecast < 0.5f ? 0.05f : 0.95f)) / (ring.Sorted.Length + 1);
    }

    /// <summary>Quantiles of a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="levels">Ascending, between 0 and 1.</param>
    /// <param name="quantiles">Filled; ascending, none negative.</param>
    public void Quantiles(float forecast, ReadOnlySpan<float> levels, Span<float> quantiles)
    {
        var ring = Of(forecast);
        for (var i = 0; i < levels.Length; i++) quantiles[i] = Math.Max(0, forecast + ring.Quantile(levels[i]));
    }

    // Most functions forecast one kind only: the others take no memory.
    private Ring Of(float forecast) => _rings[forecast < 0.5f ? 0 : forecast < 1.5f ? 1 : 2] ??= new Ring(length);

    private sealed class Ring(int length)
    {
        private readonly float[] _order = new float[length];
        private readonly float[] _sorted = new float[length];
        private int _count;
        private int _next;

        public ReadOnlySpan<float> Sorted => _sorted.AsSpan(0, _count);

        public void Add(float residual)
        {
            if (_count == length) Remove(_order[_next]);
            _order[_next] = residual;
            _next = (_next + 1) % length;
            var at = Array.BinarySearch(_sorted, 0, _count, residual);
            if (at < 0) at = ~at;
            Array.Copy(_sorted, at, _sorted, at + 1, _count - at);
            _sorted[at] = residual;
            _count++;
        }

        public float Quantile(float level)
        {
            if (_count < Enough) return _count == 0 ? 0 : level < 0.5f ? Math.Min(0, _sorted[0]) : level > 0.5f ? Math.Max(0, _sorted[_count - 1]) : 0;
            var rank = level * (_count + 1) - 1;
            var below = Math.Clamp((int)MathF.Floor(rank), 0, _count - 1);
            var above = Math.Min(below + 1, _count - 1);
            return _sorted[below] + Math.Clamp(rank - below, 0, 1) * (_sorted[above] - _sorted[below]);
        }

        private void Remove(float residual)
        {
            var at = Array.BinarySearch(_sorted, 0, _count, residual);
            Array.Copy(_sorted, at + 1, _sorted, at, _count - at - 1);
            _count--;
        }
    }
}
