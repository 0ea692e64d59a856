using EvalFaaS.Predictor.Evaluation;

namespace EvalFaaS.Predictor.Models;

/// <summary>How a model did on the training minutes that were held back from it.</summary>
/// <param name="Horizon">Minutes ahead.</param>
/// <param name="Model">With learned models.</param>
/// <param name="Unlearned">Without them.</param>
public sealed record HeldBackFigures(int Horizon, Summary Model, Summary Unlearned);
