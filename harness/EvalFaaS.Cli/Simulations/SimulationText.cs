using System.Globalization;
using EvalFaaS.Cli.Simulations.Scenarios;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Cli.Simulations;

/// <summary>The result of <c>simulate</c>: tables with a row for each set of policies.</summary>
internal static class SimulationText
{
    public static void Write(SimulationScenario scenario, IReadOnlyList<PolicyOutcome> runs)
    {
        Console.WriteLine($"{scenario.Name}; {runs[0].Result.Replications.Count} replications, means with half the width of their 95 % intervals.");
        foreach (var (title, columns) in SimulationColumns.Tables(scenario, runs))
        {
            if (title.Length > 0) Console.WriteLine($"\n{title}");
            Output.WriteTable(["policy", .. columns.Select(c => c.Name)], runs.Select(r => (IReadOnlyList<string>)[r.Policy, .. columns.Select(c => Text(r.Result.Estimate(c.Figure), c.Format))]));
        }

        var total = runs.Sum(r => (double)r.Result.Total.Arrivals);
        var seconds = runs.Sum(r => r.ElapsedSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{total:n0} invocations in {seconds:0.0} s: {total / seconds / 1e6:0.00} million a second."));
    }

    public static object Machine(SimulationScenario scenario, IReadOnlyList<PolicyOutcome> runs) => new
    {
        subject = scenario.Name,
        functions = scenario.Functions.Count,
        nodes = scenario.Cluster?.Nodes.Count,
        prices = scenario.Prices?.Name,
        currency = scenario.Prices?.Currency,
        seed = scenario.Plan.Seed,
        policies = runs.Select(r => new
        {
            policy = r.Policy,
            replications = r.Result.Replications.Count,
            arrivals = r.Result.Total.Arrivals,
            figures = SimulationColumns.Tables(scenario, runs).SelectMany(t => t.Columns).ToDictionary(c => c.Machine, c => Figure(r.Result.Estimate(c.Figure))),
            littleError = r.Result.Replications.Max(t => t.LittleError),
            lost = r.Result.Total.Lost,
            elapsedSeconds = r.ElapsedSeconds,
            invocationsPerSecond = r.Result.Total.Arrivals / r.ElapsedSeconds,
        }),
    };

    private static object Figure(Estimate estimate) => new { value = double.IsFinite(estimate.Value) ? estimate.Value : (double?)null, halfWidth = estimate.HalfWidth is { } half && double.IsFinite(half) ? half : (double?)null };

    private static string Text(Estimate estimate, string format)
    {
        if (!double.IsFinite(estimate.Value)) return "-";
        var value = estimate.Value.ToString(format, CultureInfo.InvariantCulture);
        return estimate.HalfWidth is { } half ? $"{value} ± {half.ToString(format, CultureInfo.InvariantCulture)}" : value;
    }
}
