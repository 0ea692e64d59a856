using System.Text.Json.Serialization;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>One way to forecast, in figures.</summary>
/// <param name="Wape">Absolute errors over calls, percent.</param>
/// <param name="WapeWithoutTop3">The same without the three functions of most calls, percent.</param>
/// <param name="MaseMean">Mean over functions of the error in units of the naive forecast's in training; functions that never change left out.</param>
/// <param name="MaseMedian">Median of the same.</param>
/// <param name="Rmse">Root of the mean squared error, calls a minute.</param>
/// <param name="Pinball">Pinball loss in units of the naive error, mean over functions.</param>
/// <param name="PinballShare">Pinball loss over calls, percent.</param>
/// <param name="Under">Calls beyond the forecast over calls, percent.</param>
/// <param name="Over">Calls forecast in vain over calls, percent.</param>
public sealed record Summary(
    [property: JsonPropertyName("wape")] double Wape,
    [property: JsonPropertyName("wape_without_top3")] double WapeWithoutTop3,
    [property: JsonPropertyName("mase_mean")] double MaseMean,
    [property: JsonPropertyName("mase_median")] double MaseMedian,
    [property: JsonPropertyName("rmse")] double Rmse,
    [property: JsonPropertyName("pinball")] double Pinball,
    [property: JsonPropertyName("pinball_share")] double PinballShare,
    [property: JsonPropertyName("under")] double Under,
    [property: JsonPropertyName("over")] double Over)
{
    internal static Summary Of(IReadOnlyList<Score> scores, IReadOnlyList<double> units)
    {
        var calls = scores.Sum(s => s.Calls);
        int[] fewer = [.. Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i].Calls).ThenBy(i => i).Skip(3)];
        var scaled = Enumerable.Range(0, scores.Count).Where(i => units[i] > 0).ToArray();
        double[] mase = [.. scaled.Select(i => scores[i].Absolute / scores[i].Minutes / units[i])];
        return new Summary(
            100 * scores.Sum(s => s.Absolute) / calls,
            100 * fewer.Sum(i => scores[i].Absolute) / fewer.Sum(i => scores[i].Calls),
            mase.Length == 0 ? double.NaN : mase.Average(),
            Metrics.Median(mase),
            Math.Sqrt(scores.Sum(s => s.Squares) / scores.Sum(s => s.Minutes)),
            scaled.Length == 0 ? double.NaN : scaled.Average(i => scores[i].Pinball / scores[i].Minutes / units[i]),
            100 * scores.Sum(s => s.Pinball) / calls,
            100 * scores.Sum(s => s.Under) / calls,
            100 * scores.Sum(s => s.Over) / calls);
    }
}
