namespace EvalFaaS.Predictor.Activity;

/// <summary>How often a silence that had become this long ended with the next minute: for what is called again some time after it was called.</summary>
/// <param name="slack">Silences that are longer or shorter by so many minutes count, too.</param>
internal sealed class GapHazard(int slack) : IActivityExpert
{
    /// <inheritdoc/>
    public string Name => $"gap-{slack}";

    /// <inheritdoc/>
    public float Probability(ReadOnlySpan<float> past, float usual)
    {
        var silent = 0;
        while (silent < past.Length && past[past.Length - 1 - silent] <= 0) silent++;
        if (silent == past.Length) return usual;
        int ended = 0, reached = 0, length = 0;
        var counting = false;
        foreach (var calls in past)
        {
            if (counting && Math.Abs(length - silent) <= slack)
            {
                reached++;
                if (calls > 0) ended++;
            }

            if (calls > 0) (counting, length) = (true, 0);
            else length++;
        }

        return (ended + usual) / (reached + 1);
    }
}
