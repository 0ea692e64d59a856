namespace EvalFaaS.Predictor.Activity;

/// <summary>The share of the newest minutes that had a call.</summary>
/// <param name="window">How many, minutes.</param>
internal sealed class ActiveShare(int window) : IActivityExpert
{
    /// <inheritdoc/>
    public string Name => $"share-{window}";

    /// <inheritdoc/>
    public float Probability(ReadOnlySpan<float> past, float usual) => Of(past, window, usual);

    /// <summary>The share, with one minute of what is usual.</summary>
    public static float Of(ReadOnlySpan<float> past, int window, float usual)
    {
        var newest = past[^Math.Min(window, past.Length)..];
        var active = 0;
        foreach (var calls in newest)
            if (calls > 0) active++;
        return (active + usual) / (newest.Length + 1);
    }
}
