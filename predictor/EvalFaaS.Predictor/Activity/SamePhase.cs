namespace EvalFaaS.Predictor.Activity;

/// <summary>The share of active minutes at the same place of the last cycles: for what a clock calls.</summary>
/// <param name="period">Length of a cycle, minutes.</param>
/// <param name="cycles">How many are looked at.</param>
internal sealed class SamePhase(int period, int cycles) : IActivityExpert
{
    /// <inheritdoc/>
    public string Name => $"every-{period}x{cycles}";

    /// <inheritdoc/>
    public float Probability(ReadOnlySpan<float> past, float usual)
    {
        int seen = 0, active = 0;
        for (var at = past.Length - period; at >= 0 && seen < cycles; at -= period, seen++)
            if (past[at] > 0) active++;
        return (active + 0.5f * usual) / (seen + 0.5f);
    }
}
