namespace EvalFaaS.Predictor;

/// <summary>The quantiles that are forecast.</summary>
internal static class Quantiles
{
    /// <summary>Their levels, ascending.</summary>
    public static ReadOnlySpan<float> Levels => [0.05f, 0.1f, 0.25f, 0.5f, 0.75f, 0.9f, 0.95f];
}
