using System.Text.Json.Serialization;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>A walk-forward evaluation in figures. The first horizon's also stand at the top.</summary>
/// <param name="FromMinute">First minute that was scored.</param>
/// <param name="Functions">Functions scored: those with at least 30 active minutes.</param>
/// <param name="SeenInTraining">Whether this is the trace that the model was trained on, walked on beyond its training.</param>
/// <param name="Horizons">By horizon.</param>
public sealed record EvaluationReport(
    [property: JsonPropertyName("from_minute")] int FromMinute,
    [property: JsonPropertyName("functions")] int Functions,
    [property: JsonPropertyName("seen_in_training")] bool SeenInTraining,
    [property: JsonPropertyName("horizons")] IReadOnlyList<HorizonReport> Horizons)
{
    /// <summary>The predictor with learned models, at the first horizon.</summary>
    [JsonPropertyName("model")]
    public Summary Model => Horizons[0].Model;

    /// <summary>The predictor without them.</summary>
    [JsonPropertyName("unlearned")]
    public Summary Unlearned => Horizons[0].Unlearned;

    /// <summary>The reference gate.</summary>
    [JsonPropertyName("gate")]
    public Summary Gate => Horizons[0].Gate;

    /// <summary>Evaluates a model on a trace.</summary>
    /// <param name="model">The model.</param>
    /// <param name="trace">The trace; its functions need not have been in training.</param>
    /// <param name="from">First minute that is scored; null for where training ended, or a quarter into another trace.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <exception cref="ArgumentException">There is nothing to score, or it lies within training.</exception>
    public static EvaluationReport Of(PredictorModel model, Trace trace, int? from = null, IProgress<double>? progress = null)
    {
        var seen = model.WasTrainedOn(trace);
        var start = from ?? (seen ? model.Info.TrainedTo : trace.Minutes / 4);
        if (start < 1 || start >= trace.Minutes)
            throw new ArgumentException($"The trace has {trace.Minutes} minutes: from minute {start} on there is nothing to evaluate.");
        if (seen && start < model.Info.TrainedTo)
            throw new ArgumentException($"The model was trained on this trace up to minute {model.Info.TrainedTo}: evaluate it from there on, not from minute {start}.");
        var evaluations = WalkForward.Run(trace, model.Info.Options, Math.Max(0, start - WalkForward.JudgedMinutes), start, model.Schedule(trace, start), progress);
        var functions = EvaluatedFunctions.Of(trace, start);
        if (functions.Places.Count == 0) throw new ArgumentException($"No function of the trace is active in {EvaluatedFunctions.LeastActive} minutes or more.");
        return new EvaluationReport(start, functions.Places.Count, seen, [.. evaluations.Select(e => e.Report(functions, model.Info.Training.Seed))]);
    }
}
