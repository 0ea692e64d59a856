using EvalFaaS.Simulator.Validation;
using static System.FormattableString;

namespace EvalFaaS.Cli.Simulations;

/// <summary>The table of <c>simulate validate</c> in Markdown, as docs/simulator.md prints it, and for machines.</summary>
internal static class ValidationText
{
    public static void Write(ValidationReport report)
    {
        Console.WriteLine("| case | quantity | simulated | exact | standard error | z | from |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var r in report.Rows)
            Console.WriteLine(Invariant($"| {r.Case} | {r.Quantity} | {r.Value:0.#####} | {r.Expected:0.#####} | {r.StandardError:0.######} | {r.Z:0.00} | {r.Source} |"));
        Console.WriteLine();
        Console.WriteLine(Invariant($"{report.Rows.Count} values; the largest |z| is {report.Rows.Max(r => Math.Abs(r.Z)):0.00}, and the bound {report.ZBound:0.00}: a right simulator passes it in one table of a thousand (Sidak)."));
        Console.WriteLine(Invariant($"Little's law over {report.Runs} runs: largest relative error {report.LargestLittleError:0.0e0}. Invocations not accounted for: {report.LostInvocations}."));
        Write(report.SimFaas, report.SimFaasDeterministic);
        foreach (var failure in report.Failures) Console.WriteLine($"FAILED: {failure}");
        Console.WriteLine(report.Passed ? "All hold." : $"{report.Failures.Count} do not hold.");
    }

    /// <summary>The same with the names that machines look for.</summary>
    public static object Machine(ValidationReport report) => new
    {
        report.Passed,
        report.Seed,
        report.ZBound,
        report.Rows,
        report.LargestLittleError,
        report.LostInvocations,
        report.Runs,
        simFaas = Machine(report.SimFaas),
        simFaasDeterministic = Machine(report.SimFaasDeterministic),
        report.Failures,
    };

    private static object? Machine(SimFaasReport? report) => report is null ? null : new
    {
        report.Passed,
        sumOfZSquared = report.SumOfSquares,
        sumOfZSquaredOfTable = report.SumOfSquaresOfTable,
        report.Bound,
        report.Mape,
        report.PerfectMape,
        report.Points,
    };

    private static void Write(SimFaasReport? simFaas, SimFaasReport? deterministic)
    {
        Console.WriteLine();
        if (simFaas is null)
        {
            Console.WriteLine("SimFaaS's 20 points: skipped, for simfaas/exp.csv is neither in $EVALFAAS_TRACES nor in ../shared/traces.");
            return;
        }

        Console.WriteLine("| arrivals/s | P(cold) measured | standard error | simulated | of one run | z | instances measured | simulated |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var p in simFaas.Points)
            Console.WriteLine(Invariant($"| {p.Rate:0.####} | {p.Measured:0.#####} | {p.MeasuredError:0.#####} | {p.Simulated.Value:0.#####} | {p.RunError:0.#####} | {p.Z:0.00} | {p.MeasuredInstances:0.00} | {p.Instances:0.00} |"));
        Console.WriteLine();
        Console.WriteLine(Invariant($"SimFaaS's {simFaas.Points.Count} points: sum of z squared {simFaas.SumOfSquares:0.0} over the standard errors of both sides, each of one experiment; bound {simFaas.Bound:0.0} (chi squared, 95 %)."));
        Console.WriteLine(Invariant($"Over the table's standard errors alone it is {simFaas.SumOfSquaresOfTable:0.0}, which is not judged. MAPE {simFaas.Mape:0.0} % (published for SimFaaS 12.2 %, a plain model 13.0 %; a perfect one {simFaas.PerfectMape:0.0} %, from the table's own noise)."));
        if (deterministic is not null) Console.WriteLine(Invariant($"With deterministic service, which is not judged: {deterministic.SumOfSquares:0.0} over both, {deterministic.SumOfSquaresOfTable:0.0} over the table's alone, MAPE {deterministic.Mape:0.0} %."));
    }
}
