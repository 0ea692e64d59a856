namespace EvalFaaS.Simulator.Laws.Fitting;

/// <summary>How well a law fits samples.</summary>
/// <param name="Name">The family.</param>
/// <param name="Law">The law.</param>
/// <param name="Statistic">Anderson and Darling's, over the samples that were tested; null for the samples' own law.</param>
/// <param name="PValue">The probability of a statistic as large if the law were true; null likewise.</param>
public sealed record LawFit(string Name, Law Law, double? Statistic, double? PValue)
{
    /// <summary>Below this probability a law is rejected.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the samples are not of this law.</summary>
    public bool Rejected => PValue < Level;
}

/// <summary>The law that was chosen for samples, and the others.</summary>
/// <param name="Chosen">The law to draw from.</param>
/// <param name="Fits">All that were tried, the closest first.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Tested">How many of them the tests took.</param>
public sealed record LawChoice(LawFit Chosen, IReadOnlyList<LawFit> Fits, int Count, int Tested);
