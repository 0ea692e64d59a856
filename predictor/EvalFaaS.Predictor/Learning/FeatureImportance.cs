namespace EvalFaaS.Predictor.Learning;

/// <summary>What a feature is worth to the learned models.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="ErrorAdded">By how many percent the absolute error on minutes held back grows when the feature is shuffled.</param>
public sealed record FeatureImportance(string Feature, double ErrorAdded);
