using System.Numerics;

namespace EvalFaaS.Predictor.Forecasters;

/// <summary>
/// Looks in the function's past for the moments most like now, and takes the median of what followed. Timers whose calls slip over a minute's edge,
/// and bursts with a tail, follow rules of their own that no average sees.
/// </summary>
/// <remarks>The method of analogues (Lorenz 1969): nearest neighbours over a window of lags. Nearer lags weigh more; of equals the newest count.</remarks>
/// <param name="context">Minutes that must be alike.</param>
/// <param name="neighbours">Moments that are taken.</param>
/// <param name="reach">How far back they are looked for, minutes.</param>
public sealed class Analogues(int context, int neighbours = 7, int reach = 240) : IForecaster
{
    private const float Fading = 0.9f;
    private const float Ageing = 1e-4f;

    /// <inheritdoc/>
    public string Name => $"analogues-{context}";

    /// <inheritdoc/>
    public float Forecast(ReadOnlySpan<float> past, int horizon)
    {
        var now = past.Length;
        // A candidate is the minute that followed: its context ended a horizon before it.
        var first = Math.Max(context + horizon - 1, now - reach);
        var count = now - first;
        if (count <= 0) return past.IsEmpty ? 0 : past[^1];

        Span<float> distance = stackalloc float[count];
        for (var i = 0; i < count; i++) distance[i] = Ageing * (count - i);
        var weight = 1f;
        for (var lag = 1; lag <= context; lag++, weight *= Fading) Add(past.Slice(first - horizon + 1 - lag, count), past[now - lag], weight, distance);
        return Follow(past[first..], distance);
    }

    private static void Add(ReadOnlySpan<float> then, float now, float weight, Span<float> distance)
    {
        var i = 0;
        for (; i <= distance.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(distance[i..]) + new Vector<float>(weight) * Vector.Abs(new Vector<float>(then[i..]) - new Vector<float>(now))).CopyTo(distance[i..]);
        for (; i < distance.Length; i++) distance[i] += weight * Math.Abs(then[i] - now);
    }

    private float Follow(ReadOnlySpan<float> followed, ReadOnlySpan<float> distance)
    {
        var taken = Math.Min(neighbours, distance.Length);
        Span<float> nearest = stackalloc float[taken];
        Span<float> values = stackalloc float[taken];
        nearest.Fill(float.PositiveInfinity);
        for (var i = 0; i < distance.Length; i++)
        {
            if (!(distance[i] < nearest[^1])) continue;
            var at = taken - 1;
            for (; at > 0 && nearest[at - 1] > distance[i]; at--) (nearest[at], values[at]) = (nearest[at - 1], values[at - 1]);
            (nearest[at], values[at]) = (distance[i], followed[i]);
        }

        return Median.Of(values);
    }
}
