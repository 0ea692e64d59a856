using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Simulator.Results;

namespace EvalFaaS.Loop.WhatIf;

/// <summary>What policies are compared by.</summary>
/// <param name="Name">For people.</param>
/// <param name="Key">For machines.</param>
/// <param name="Of">The figure of a run.</param>
/// <param name="Format">How it is printed.</param>
public sealed record PolicyFigure(string Name, string Key, Func<Tally, double> Of, string Format)
{
    /// <summary>Loads that calls waited for, without each function's first: what was loaded when the recording began, nobody knows.</summary>
    public static PolicyFigure ColdStarts { get; } = new("cold starts", "coldStarts", t => t.Created - t.ColdFirstUse, "0.#");

    /// <summary>All figures.</summary>
    /// <param name="prices">What memory and requests cost; null: no cost.</param>
    public static IReadOnlyList<PolicyFigure> All(PriceSheet? prices) =>
    [
        ColdStarts,
        new("p50 ms", "p50Ms", t => 1000 * t.Latency.Quantile(0.5), "0.###"),
        new("p95 ms", "p95Ms", t => 1000 * t.Latency.Quantile(0.95), "0.###"),
        new("p99 ms", "p99Ms", t => 1000 * t.Latency.Quantile(0.99), "0.###"),
        new("loaded", "loaded", Figures.Instances, "0.##"),
        new("MiB h", "memoryMiBHours", t => t.MiBSeconds / 3600, "0.###"),
        new("idle MiB h", "idleMiBHours", t => t.IdleMiBSeconds / 3600, "0.###"),
        .. prices is null ? (PolicyFigure[])[] : [new($"{prices.Currency} a day", "costPerDay", t => Cost(t, prices), "0.########")],
    ];

    // All memory that was held is priced, idle or not: that is what a policy decides. Requests cost the same under each.
    private static double Cost(Tally t, PriceSheet prices) => prices.Of(t.Arrivals, t.MiBSeconds) * TimeSpan.FromDays(1).TotalSeconds / t.Seconds;
}
