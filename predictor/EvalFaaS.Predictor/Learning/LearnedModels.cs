namespace EvalFaaS.Predictor.Learning;

/// <summary>The learned models of all horizons. Immutable: a newer one takes its place as a whole.</summary>
internal sealed record LearnedModels(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<ILearnedForecaster>> ByHorizon)
{
    /// <summary>The same without those of some horizons.</summary>
    public LearnedModels Only(IReadOnlyList<bool> admitted) => this with { ByHorizon = [.. ByHorizon.Select((models, h) => admitted[h] ? models : [])] };
}
