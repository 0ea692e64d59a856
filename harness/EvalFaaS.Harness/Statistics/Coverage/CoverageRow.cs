namespace EvalFaaS.Harness.Statistics;

/// <summary>One method at one size.</summary>
/// <param name="Subject">What it is an interval of: <c>blocks</c>, <c>ratio</c> or <c>requests</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="Size">Blocks or requests.</param>
/// <param name="Used">Whether reports or comparisons rest on it.</param>
/// <param name="Trials">Repetitions.</param>
/// <param name="Once">Draws data and gives the interval with the truth.</param>
internal sealed record CoverageCase(string Subject, string Method, string Size, bool Used, int Trials, Func<DataShape, Random, (Interval Interval, double Truth)> Once);

/// <summary>How often a method's 95 % interval contained the truth.</summary>
/// <param name="Subject">What it is an interval of: a target's <c>blocks</c>, the <c>ratio</c> of two targets, a trial's <c>requests</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="Size">Blocks or requests.</param>
/// <param name="Data">The shape of the data.</param>
/// <param name="Used">Whether reports or comparisons rest on it; else it is there to be seen failing.</param>
/// <param name="Coverage">The share that contained the truth.</param>
/// <param name="StandardError">Of that share, by the number of repetitions.</param>
/// <param name="Trials">Repetitions.</param>
public sealed record CoverageRow(string Subject, string Method, string Size, string Data, bool Used, double Coverage, double StandardError, int Trials)
{
    /// <summary>Below this share, by more than chance, a method is said to fail.</summary>
    public const double Bearable = 0.93;

    /// <summary>Whether it covers too little, beyond what chance explains.</summary>
    public bool Fails => Coverage + 2 * StandardError < Bearable;

    internal static CoverageRow Of(CoverageCase simulated, string data, int covered)
    {
        // Of 0 or all successes the usual formula says 0, as if nothing were left to chance.
        var share = (covered + 1.0) / (simulated.Trials + 2);
        return new CoverageRow(simulated.Subject, simulated.Method, simulated.Size, data, simulated.Used, (double)covered / simulated.Trials, Math.Sqrt(share * (1 - share) / simulated.Trials), simulated.Trials);
    }
}
