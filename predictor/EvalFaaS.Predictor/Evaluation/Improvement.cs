using System.Text.Json.Serialization;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>How much better one way to forecast is than another over the same functions and minutes; positive is better.</summary>
/// <param name="Wape">Percentage points of WAPE.</param>
/// <param name="Mase">Mean over functions of the difference in MASE.</param>
/// <param name="Pinball">Mean over functions of the difference in pinball loss, in units of each function's naive error.</param>
/// <param name="PinballShare">Percentage points of pinball loss over calls.</param>
public sealed record Improvement(
    [property: JsonPropertyName("wape")] Interval Wape,
    [property: JsonPropertyName("mase")] Interval Mase,
    [property: JsonPropertyName("pinball")] Interval Pinball,
    [property: JsonPropertyName("pinball_share")] Interval PinballShare)
{
    private const int Resamples = 4000;

    internal static Improvement Of(IReadOnlyList<Score> old, IReadOnlyList<Score> better, IReadOnlyList<double> units, int seed)
    {
        double[] errors = [.. old.Zip(better, (o, b) => o.Absolute - b.Absolute)];
        double[] calls = [.. old.Select(o => o.Calls)];
        int[] scaled = [.. Enumerable.Range(0, units.Count).Where(i => units[i] > 0)];
        double[] mase = [.. scaled.Select(i => errors[i] / old[i].Minutes / units[i])];
        double[] pinball = [.. scaled.Select(i => (old[i].Pinball - better[i].Pinball) / old[i].Minutes / units[i])];
        double[] ones = [.. scaled.Select(_ => 1.0)];
        return new Improvement(
            Bootstrap.Ratio([.. errors.Select(e => 100 * e)], calls, Resamples, new Random(seed)),
            Bootstrap.Ratio(mase, ones, Resamples, new Random(seed)),
            Bootstrap.Ratio(pinball, ones, Resamples, new Random(seed)),
            Bootstrap.Ratio([.. old.Zip(better, (o, b) => 100 * (o.Pinball - b.Pinball))], calls, Resamples, new Random(seed)));
    }
}
