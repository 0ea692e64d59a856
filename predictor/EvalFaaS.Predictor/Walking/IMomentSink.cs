namespace EvalFaaS.Predictor.Walking;

/// <summary>Takes what a learned model could learn from.</summary>
internal interface IMomentSink
{
    /// <summary>One forecast's features.</summary>
    /// <param name="function">The function.</param>
    /// <param name="horizon">Place of the horizon.</param>
    /// <param name="target">The minute that is forecast, from the first of the walk.</param>
    /// <param name="plain">The gate's forecast for it.</param>
    /// <param name="scale">Unit of the function.</param>
    /// <param name="features">The features; copied where they are kept.</param>
    void Add(int function, int horizon, int target, float plain, float scale, ReadOnlySpan<float> features);
}
