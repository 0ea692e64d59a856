using System.Numerics.Tensors;
using EvalFaaS.Predictor.Forecasters;

namespace EvalFaaS.Predictor.Learning;

/// <summary>
/// The features of a moment. All counts are relative to the gate's forecast and in units of the function's own scale, so that one model serves a function of
/// one call an hour and one of ten thousand a minute, and functions never seen.
/// </summary>
internal static class Features
{
    private const int Lags = 10;
    private static readonly int[] Windows = [5, 15, 60, 240];

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Panel.All.Select(f => $"forecast {f.Name}"), "forecast blend",
        .. Enumerable.Range(1, Lags).Select(lag => $"lag {lag}"),
        .. Windows.Select(w => $"mean of {w} min"), .. Windows.Select(w => $"deviation of {w} min"), .. Windows.Select(w => $"active share of {w} min"),
        "balance of 3 min", "balance of 10 min",
        "minutes since last call", "minutes since last call / mean gap", "gap variation", "burstiness", "base forecast", "base fraction", "scale", "level",
        "minute of hour", "minute of 5", "minute of 10", "minute of 15", "minute of day", "trigger", "siblings last minute", "siblings 5 min",
    ];

    /// <summary>Fills the features of a moment.</summary>
    public static void Fill(in Moment moment, Span<float> features)
    {
        var past = moment.Past;
        var at = 0;
        var (level, unit) = (moment.Base, 1 / moment.Scale);
        foreach (var forecast in moment.Forecasts) features[at++] = Squash((forecast - level) * unit);
        for (var lag = 1; lag <= Lags; lag++) features[at++] = lag <= past.Length ? Squash((past[^lag] - level) * unit) : 0;
        foreach (var window in Windows) features[at++] = Squash((TensorPrimitives.Average(Last(past, window)) - level) * unit);
        foreach (var window in Windows) features[at++] = Squash(TensorPrimitives.StdDev(Last(past, window)) * unit);
        foreach (var window in Windows) features[at++] = Active(Last(past, window));
        var usual = TensorPrimitives.Average(Last(past, 240));
        features[at++] = Squash((TensorPrimitives.Sum(Last(past, 3)) - 3 * usual) * unit);
        features[at++] = Squash((TensorPrimitives.Sum(Last(past, 10)) - 10 * usual) * unit);
        var gaps = Gaps.Of(past);
        features[at++] = Math.Min(gaps.SinceLast, 480);
        features[at++] = Math.Min(gaps.SinceLast / gaps.Mean, 20);
        features[at++] = gaps.Variation;
        features[at++] = gaps.Burstiness;
        features[at++] = Squash(level * unit);
        features[at++] = level - MathF.Floor(level);
        features[at++] = MathF.Log(moment.Scale);
        features[at++] = MathF.Log(usual + 0.01f);
        features[at++] = moment.MinuteOfDay % 60;
        features[at++] = moment.MinuteOfDay % 5;
        features[at++] = moment.MinuteOfDay % 10;
        features[at++] = moment.MinuteOfDay % 15;
        features[at++] = moment.MinuteOfDay;
        features[at++] = moment.Trigger;
        features[at++] = moment.Siblings.IsEmpty ? -1 : MathF.Log(1 + moment.Siblings[0]);
        features[at] = moment.Siblings.IsEmpty ? -1 : MathF.Log(1 + TensorPrimitives.Sum(moment.Siblings));
    }

    private static ReadOnlySpan<float> Last(ReadOnlySpan<float> past, int window) => past[^Math.Min(window, past.Length)..];

    // Trees split anywhere, but a single burst must not stretch the bins that all functions share.
    private static float Squash(float value) => Math.Clamp(value, -50, 50);

    private static float Active(ReadOnlySpan<float> minutes)
    {
        var active = 0;
        foreach (var calls in minutes)
            if (calls > 0) active++;
        return (float)active / minutes.Length;
    }
}
