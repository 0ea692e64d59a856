using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Harness.Comparing;

/// <summary>What makes two results less comparable than their numbers look.</summary>
internal static class ComparisonWarnings
{
    private const double SameRate = 0.02;

    public static IEnumerable<string> Of(RunEnvironment a, RunEnvironment b)
    {
        if (a.Suite.Digest != b.Suite.Digest) yield return $"The suites differ: {Name(a)} and {Name(b)}.";
        if (a.Machine.Cpu != b.Machine.Cpu) yield return $"The machines differ: {a.Machine.Cpu} and {b.Machine.Cpu}. The ratios are those of machines and programs together.";
        if (a.Run != b.Run) yield return "The results are of two runs: what changed on the machine between them is in the ratios. Measured in turns, as two targets of one run, it would fall out.";
    }

    public static IEnumerable<string> Of(Cell a, Cell b)
    {
        if (Rate(a) is { } rateA && Rate(b) is { } rateB && Math.Abs(rateB / rateA - 1) > SameRate)
            yield return FormattableString.Invariant($"{Id(a, b)}: the load was {rateA:N0} requests a second in A and {rateB:N0} in B; latencies at different rates say little of each other. Give the suite a fixed 'rate'.");
        if (Share(b) > Share(a))
            yield return $"{Id(a, b)}: {b.Failed} of {b.Issued} requests failed in B, {a.Failed} of {a.Issued} in A.";
        if (b.TrialsFailed > a.TrialsFailed)
            yield return $"{Id(a, b)}: {b.TrialsFailed} of {b.Trials} trials failed in B, {a.TrialsFailed} of {a.Trials} in A.";
    }

    private static string Name(RunEnvironment result) => $"{result.Suite.Name} ({(result.Suite.Digest.Length > 12 ? result.Suite.Digest[..12] : "no digest")})";

    private static string Id(Cell a, Cell b) => a.Target == b.Target ? a.Id : $"{a.Id} and {b.Target}";

    private static double? Rate(Cell cell) => cell.Find(Metrics.OfferedPerSecond)?.Value;

    private static double Share(Cell cell) => cell.Issued == 0 ? 0 : (double)cell.Failed / cell.Issued;
}
