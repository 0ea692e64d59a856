namespace EvalFaaS.Predictor.Activity;

/// <summary>Says how likely the next minute has a call, from the minutes before it alone.</summary>
internal interface IActivityExpert
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>The probability, 0 to 1.</summary>
    /// <param name="past">Calls of the minutes that have ended, oldest first.</param>
    /// <param name="usual">The share of minutes with calls in the newest hour, which stands in where there is little to go by.</param>
    float Probability(ReadOnlySpan<float> past, float usual);
}
