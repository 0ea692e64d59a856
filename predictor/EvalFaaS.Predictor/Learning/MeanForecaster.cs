namespace EvalFaaS.Predictor.Learning;

/// <summary>The mean of several learned models, which errs less than they do where they err apart.</summary>
internal sealed class MeanForecaster(params IReadOnlyList<ILearnedForecaster> models) : ILearnedForecaster
{
    /// <inheritdoc/>
    public float Predict(ReadOnlySpan<float> features)
    {
        var sum = 0f;
        foreach (var model in models) sum += model.Predict(features);
        return sum / models.Count;
    }
}
