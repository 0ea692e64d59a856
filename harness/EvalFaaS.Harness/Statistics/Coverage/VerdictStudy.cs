using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Statistics;

/// <summary>How often comparisons come to each verdict when the truth is known, by simulation.</summary>
public static class VerdictStudy
{
    /// <summary>The margin that is simulated.</summary>
    public static Margin Margin { get; } = new(0.05);

    private const int FamilySize = 10;

    /// <summary>Simulates each number of blocks with each spread and each true ratio.</summary>
    /// <param name="trials">Repetitions of each.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<VerdictRow> Run(int trials, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. from ratio in new[] { 1, 1.05 }
               from spread in new[] { 0.01, 0.02, 0.05, 0.1 }
               from blocks in new[] { 6, 10, 20, 40 }
               select Simulate(ratio, spread, blocks, trials, random),
        ];
    }

    /// <summary>The share of runs in which at least one of ten comparisons of like with like is called a difference: without and with Holm.</summary>
    public static (double Single, double Holm) FalseCallsInFamily(int trials, int seed)
    {
        var random = new Random(seed);
        var (single, holm) = (0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            // The spread is such that the margin decides nothing: every call is the p value's.
            var p = Enumerable.Range(0, FamilySize).Select(_ => Draw(1, 0.3, 10, random).P).ToArray();
            if (p.Min() <= VerdictRule.Alpha) single++;
            if (Family.Holm(p).Min() <= VerdictRule.Alpha) holm++;
        }

        return ((double)single / trials, (double)holm / trials);
    }

    private static VerdictRow Simulate(double ratio, double spread, int blocks, int trials, Random random)
    {
        var counts = new int[Enum.GetValues<Verdict>().Length];
        for (var trial = 0; trial < trials; trial++)
        {
            var shift = Draw(ratio, spread, blocks, random);
            counts[(int)VerdictRule.Decide(shift, shift.P, Margin)]++;
        }

        double Share(Verdict verdict) => (double)counts[(int)verdict] / trials;
        return new VerdictRow(ratio, spread, blocks, Share(Verdict.Worse), Share(Verdict.Better), Share(Verdict.NoDifference), Share(Verdict.Undecided), trials);
    }

    private static LogShift Draw(double ratio, double spread, int blocks, Random random)
    {
        var a = Enumerable.Range(0, blocks).ToDictionary(i => i, _ => 1.0);
        return LogShift.Paired(a, a.ToDictionary(x => x.Key, _ => ratio * Math.Exp(Normal.Sample(random, 0, spread))))!.Value;
    }
}

/// <summary>Shares of the verdicts on one true ratio.</summary>
/// <param name="Ratio">The true ratio; above 1 is worse.</param>
/// <param name="Spread">Standard deviation of the logarithm of a block's ratio: about its coefficient of variation.</param>
/// <param name="Blocks">Blocks.</param>
/// <param name="Worse">Called worse.</param>
/// <param name="Better">Called better.</param>
/// <param name="NoDifference">Called no difference.</param>
/// <param name="Undecided">Left undecided.</param>
/// <param name="Trials">Repetitions.</param>
public sealed record VerdictRow(double Ratio, double Spread, int Blocks, double Worse, double Better, double NoDifference, double Undecided, int Trials);
