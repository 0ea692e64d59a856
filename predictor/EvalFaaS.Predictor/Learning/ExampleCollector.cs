using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Learning;

/// <summary>Collects examples during a walk: the features when the forecast is made, the label from the trace. Only targets before the end of training count.</summary>
internal sealed class ExampleCollector(Trace trace, int horizons, int from, int to, double share, Random random) : IMomentSink
{
    private const float Cap = 30;

    /// <summary>Examples by horizon, with the minute that each forecasts.</summary>
    public IReadOnlyList<List<(int Target, Example Example)>> Examples { get; } = [.. Enumerable.Range(0, horizons).Select(_ => new List<(int, Example)>())];

    /// <inheritdoc/>
    public void Add(int function, int horizon, int target, float plain, float scale, ReadOnlySpan<float> features)
    {
        if (target < from || target >= to || (share < 1 && random.NextDouble() >= share)) return;
        var label = (trace.Functions[function].Counts[target] - plain) / scale;
        Examples[horizon].Add((target, new Example { Label = Math.Clamp(label, -Cap, Cap), Features = features.ToArray() }));
    }
}
