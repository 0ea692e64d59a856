namespace EvalFaaS.Harness.Statistics;

/// <summary>What a comparison came to.</summary>
public enum Verdict
{
    /// <summary>There are too few blocks to say.</summary>
    Undecided,

    /// <summary>The ratio lies within the margin: whatever difference there is does not matter.</summary>
    NoDifference,

    /// <summary>It changed for the better, and by how much may matter.</summary>
    Better,

    /// <summary>It changed for the worse, and by how much may matter.</summary>
    Worse,
}

/// <summary>Decides on a ratio against a margin that was set beforehand.</summary>
/// <remarks>
/// Two tests on one interval: equivalence where the whole 95 % interval lies within the margin (D. J. Schuirmann, A comparison of the two one-sided tests
/// procedure and the power approach for assessing the equivalence of average bioavailability, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987; 2.5 % to
/// each side), a difference where the adjusted p value is at most 5 %. A difference that is shown to be within the margin is none that matters.
/// </remarks>
public static class VerdictRule
{
    /// <summary>The share of false calls that is put up with.</summary>
    public const double Alpha = 1 - Interval.Level;

    /// <summary>Decides.</summary>
    /// <param name="shift">Logarithm of new over old; above 0 is worse.</param>
    /// <param name="adjustedP">Its p value, adjusted for the family that it stands in.</param>
    /// <param name="margin">The margin.</param>
    public static Verdict Decide(LogShift shift, double adjustedP, Margin margin)
    {
        var ratio = shift.Ratio();
        if (ratio.Low > Math.Exp(-margin.Log) && ratio.High < Math.Exp(margin.Log)) return Verdict.NoDifference;
        if (adjustedP > Alpha) return Verdict.Undecided;
        return shift.Estimate > 0 ? Verdict.Worse : Verdict.Better;
    }
}
