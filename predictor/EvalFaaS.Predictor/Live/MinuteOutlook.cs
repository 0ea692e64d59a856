namespace EvalFaaS.Predictor.Live;

/// <summary>What is expected of one function in one minute.</summary>
/// <param name="Calls">Calls, the median.</param>
/// <param name="Probability">The probability of at least one.</param>
public readonly record struct MinuteOutlook(float Calls, float Probability);
