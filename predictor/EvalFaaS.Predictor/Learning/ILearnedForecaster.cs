namespace EvalFaaS.Predictor.Learning;

/// <summary>What a learned model says about one moment.</summary>
internal interface ILearnedForecaster
{
    /// <summary>By how many units of the function's scale the calls will differ from the gate's forecast.</summary>
    float Predict(ReadOnlySpan<float> features);
}
