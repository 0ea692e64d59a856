using EvalFaaS.Cli.Simulations.Scenarios;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Simulator.Elasticity;
using EvalFaaS.Simulator.Results;

namespace EvalFaaS.Cli.Simulations;

/// <summary>A figure of each replication.</summary>
/// <param name="Name">As a table has it.</param>
/// <param name="Machine">As machines look for it.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Format">How it is written.</param>
internal sealed record SimulationColumn(string Name, string Machine, Func<Tally, double> Figure, string Format);

/// <summary>Which figures a simulation has.</summary>
internal static class SimulationColumns
{
    private static readonly SimulationColumn[] Usual =
    [
        new("cold starts", "coldStarts", t => t.Cold, "n0"),
        new("first", "firstCalls", t => t.ColdFirstUse, "n0"),
        new("P(cold)", "coldProbability", Figures.ColdProbability, "0.#####"),
        new("p50 ms", "p50Ms", t => 1000 * t.Latency.Quantile(0.5), "0.###"),
        new("p95 ms", "p95Ms", t => 1000 * t.Latency.Quantile(0.95), "0.###"),
        new("p99 ms", "p99Ms", t => 1000 * t.Latency.Quantile(0.99), "0.###"),
        new("instances", "instances", Figures.Instances, "0.##"),
        new("utilisation", "utilisation", Figures.Utilisation, "0.####"),
        new("GiB h", "memoryGiBHours", Figures.GiBHours, "0.##"),
        new("wasted GiB h", "wastedGiBHours", Figures.WastedGiBHours, "0.##"),
        new("loaded ahead", "preWarmed", t => t.PreWarmed, "n0"),
    ];

    private static readonly SimulationColumn[] Refusals =
    [
        new("refused", "rejectedShare", Figures.RejectedShare, "0.#####"),
        new("failed", "failedShare", Figures.FailedShare, "0.#####"),
        new("retries", "retries", t => t.Retries, "n0"),
        new("evicted", "evicted", t => t.Evicted, "n0"),
        new("most instances", "peakInstances", t => t.PeakInstances, "n0"),
    ];

    /// <summary>The tables, the usual one first.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<SimulationColumn> Columns)> Tables(SimulationScenario scenario, IReadOnlyList<PolicyOutcome> runs)
    {
        yield return ("", Usual);
        if (scenario.Cluster is not null)
        {
            yield return ("What did not go by itself, as shares of the calls and as numbers", Refusals);
            yield return ($"Elasticity by SPEC: how supply followed demand, 0 is perfect; speed-up over '{runs[0].Policy}'", Elasticity(runs[0].Result));
        }

        if (scenario.Prices is { } prices) yield return ($"Cost by {prices.Title}, {prices.Date}", Cost(prices));
    }

    private static SimulationColumn[] Elasticity(SimulationResult first)
    {
        var reference = Mean(first);
        return
        [
            new("under, accuracy", "underProvisioning", t => t.Elasticity!.UnderProvisioning, "0.####"),
            new("over, accuracy", "overProvisioning", t => t.Elasticity!.OverProvisioning, "0.####"),
            new("under, time share", "underTimeShare", t => t.Elasticity!.UnderTimeShare, "0.####"),
            new("over, time share", "overTimeShare", t => t.Elasticity!.OverTimeShare, "0.####"),
            new("instability", "instability", t => t.Elasticity!.Instability, "0.####"),
            new("jitter /s", "jitterPerSecond", t => t.Elasticity!.Jitter, "0.####"),
            new("speed-up", "elasticSpeedUp", t => t.Elasticity!.SpeedUpOver(reference) ?? double.NaN, "0.###"),
        ];
    }

    private static ElasticityMetrics Mean(SimulationResult result)
    {
        double Of(Func<ElasticityMetrics, double> figure) => result.Replications.Average(t => figure(t.Elasticity!));
        return new ElasticityMetrics(Of(e => e.UnderProvisioning), Of(e => e.OverProvisioning), Of(e => e.UnderTimeShare), Of(e => e.OverTimeShare), Of(e => e.Instability), Of(e => e.Jitter));
    }

    private static SimulationColumn[] Cost(PriceSheet prices) =>
    [
        new("charged GiB s", "billedGiBSeconds", t => t.BilledMiBSeconds / 1024, "0.##"),
        new(prices.Currency, "cost", t => CostOf(t, prices), "0.######"),
        new($"{prices.Currency} a million", "costPerMillion", t => t.Completed == 0 ? double.NaN : CostOf(t, prices) / t.Completed * 1e6, "0.####"),
    ];

    private static double CostOf(Tally t, PriceSheet prices) => prices.Of(t.Completed, t.BilledMiBSeconds, t.WorkSeconds);
}
