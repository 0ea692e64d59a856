using System.Text.Json.Serialization;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>All ways to forecast at one horizon, in figures.</summary>
/// <param name="Horizon">Minutes ahead.</param>
/// <param name="Model">The predictor with learned models.</param>
/// <param name="Unlearned">The predictor without them: its gate among plain forecasters.</param>
/// <param name="Gate">The reference: of the six baselines, for each function the one with the least error in the two hours before.</param>
/// <param name="Baselines">Each baseline by its name.</param>
/// <param name="OverGate">How much better the model is than the reference.</param>
/// <param name="OverUnlearned">How much better it is than without learned models: what learning adds.</param>
/// <param name="Picks">Share of forecasts that the gate took from each, percent, most first.</param>
public sealed record HorizonReport(
    [property: JsonPropertyName("horizon")] int Horizon,
    [property: JsonPropertyName("model")] Summary Model,
    [property: JsonPropertyName("unlearned")] Summary Unlearned,
    [property: JsonPropertyName("gate")] Summary Gate,
    [property: JsonPropertyName("baselines")] IReadOnlyDictionary<string, Summary> Baselines,
    [property: JsonPropertyName("over_gate")] Improvement OverGate,
    [property: JsonPropertyName("over_unlearned")] Improvement OverUnlearned,
    [property: JsonPropertyName("picks")] IReadOnlyDictionary<string, double> Picks);
