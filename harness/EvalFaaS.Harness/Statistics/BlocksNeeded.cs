using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Statistics;

/// <summary>How many blocks it would take to decide, if difference and spread are what they look like now.</summary>
/// <remarks>
/// The usual sizing of a t test (J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, chapter 2): the distance to be shown is
/// the sum of the critical value and of that of the chance wanted, in standard errors, which shrink with the root of the number of blocks.
/// </remarks>
public static class BlocksNeeded
{
    /// <summary>The chance of a decision that is planned for.</summary>
    public const double Power = 0.8;

    /// <summary>More blocks are no advice.</summary>
    public const int Most = 10_000;

    /// <summary>How many more blocks (on each side) decide with a chance of <see cref="Power"/>; null beyond <see cref="Most"/>.</summary>
    /// <param name="shift">What there is.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="family">Comparisons made at once.</param>
    public static int? More(LogShift shift, Margin margin, int family = 1)
    {
        var difference = Math.Abs(shift.Estimate);
        for (var blocks = shift.Blocks + 1; blocks <= Most; blocks = Math.Max(blocks + 1, (int)(blocks * 1.01)))
        {
            var error = shift.StandardError * Math.Sqrt((double)shift.Blocks / blocks);
            var freedom = shift.DegreesOfFreedom * (blocks - 1) / (shift.Blocks - 1);
            if (Reach(VerdictRule.Alpha / family) <= difference || Reach(VerdictRule.Alpha) <= margin.Log - difference) return blocks - shift.Blocks;

            double Reach(double alpha) => (StudentT.InvCDF(0, 1, freedom, 1 - alpha / 2) + StudentT.InvCDF(0, 1, freedom, Power)) * error;
        }

        return null;
    }
}
