using System.Globalization;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Cli.Simulations;

/// <summary>The result of <c>simulate</c>: a row for each policy.</summary>
internal static class SimulationText
{
    private static readonly (string Name, string Machine, Func<Tally, double> Figure, string Format)[] Columns =
    [
        ("cold starts", "coldStarts", t => t.Cold, "n0"),
        ("P(cold)", "coldProbability", Figures.ColdProbability, "0.#####"),
        ("p50 ms", "p50Ms", t => 1000 * t.Latency.Quantile(0.5), "0.#"),
        ("p95 ms", "p95Ms", t => 1000 * t.Latency.Quantile(0.95), "0.#"),
        ("p99 ms", "p99Ms", t => 1000 * t.Latency.Quantile(0.99), "0.#"),
        ("instances", "instances", Figures.Instances, "0.##"),
        ("utilisation", "utilisation", Figures.Utilisation, "0.####"),
        ("GiB h", "memoryGiBHours", Figures.GiBHours, "0.##"),
        ("wasted GiB h", "wastedGiBHours", Figures.WastedGiBHours, "0.##"),
    ];

    public static void Write(SimulationSubject subject, IReadOnlyList<PolicyOutcome> runs)
    {
        Console.WriteLine($"{subject.Name}; {runs[0].Result.Replications.Count} replications, means with half the width of their 95 % intervals.");
        Output.WriteTable(["policy", .. Columns.Select(c => c.Name)], runs.Select(r => (IReadOnlyList<string>)[r.Policy, .. Columns.Select(c => Text(r.Result.Estimate(c.Figure), c.Format))]));
        var total = runs.Sum(r => (double)r.Result.Total.Arrivals);
        var seconds = runs.Sum(r => r.ElapsedSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total:n0} invocations in {seconds:0.0} s: {total / seconds / 1e6:0.00} million a second."));
    }

    public static object Machine(SimulationSubject subject, IReadOnlyList<PolicyOutcome> runs) => new
    {
        subject = subject.Name,
        functions = subject.Functions.Count,
        policies = runs.Select(r => new
        {
            policy = r.Policy,
            replications = r.Result.Replications.Count,
            arrivals = r.Result.Total.Arrivals,
            figures = Columns.ToDictionary(c => c.Machine, c => Figure(r.Result.Estimate(c.Figure))),
            littleError = r.Result.Replications.Max(t => t.LittleError),
            lost = r.Result.Total.Lost,
            elapsedSeconds = r.ElapsedSeconds,
            invocationsPerSecond = r.Result.Total.Arrivals / r.ElapsedSeconds,
        }),
    };

    private static object Figure(Estimate estimate) => new { value = estimate.Value, halfWidth = estimate.HalfWidth };

    private static string Text(Estimate estimate, string format)
    {
        var value = estimate.Value.ToString(format, CultureInfo.InvariantCulture);
        return estimate.HalfWidth is { } half ? $"{value} ± {half.ToString(format, CultureInfo.InvariantCulture)}" : value;
    }
}
