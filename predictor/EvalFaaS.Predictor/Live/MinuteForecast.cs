using System.Text.Json.Serialization;

namespace EvalFaaS.Predictor.Live;

/// <summary>The calls expected of one function in one minute.</summary>
/// <param name="Function">Its place.</param>
/// <param name="Horizon">Minutes ahead; 1 is the minute that begins.</param>
/// <param name="Calls">The forecast: the median, as far as it is known.</param>
/// <param name="Quantiles">At <see cref="Levels"/>.</param>
public sealed record MinuteForecast(
    [property: JsonPropertyName("function")] int Function,
    [property: JsonPropertyName("horizon")] int Horizon,
    [property: JsonPropertyName("calls")] double Calls,
    [property: JsonPropertyName("quantiles")] IReadOnlyList<double> Quantiles)
{
    /// <summary>Levels of the quantiles, ascending.</summary>
    public static IReadOnlyList<double> Levels { get; } = [.. Predictor.Quantiles.Levels.ToArray().Select(l => Math.Round(l, 3))];
}
