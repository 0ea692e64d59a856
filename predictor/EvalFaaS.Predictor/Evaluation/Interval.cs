using System.Text.Json.Serialization;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>An estimate with its 95 % interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record Interval(
    [property: JsonPropertyName("value")] double Value, [property: JsonPropertyName("lower")] double Lower, [property: JsonPropertyName("upper")] double Upper);
