using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.WhatIf;
using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Loop.Tests.WhatIf;

public sealed class WhatIfRunTests
{
    // Calls at 0, 10, 20 and 100 s that take 0.1 s; a load takes 0.5 s more.
    private static readonly CallRecording Calls = new(
        ["default/f"], [new(0, 0, 0.6, StartState.ArtefactOnDisk), new(0, 10, 0.1, StartState.FreshInstance), new(0, 20, 0.1, StartState.FreshInstance), new(0, 100, 0.6, StartState.ArtefactOnDisk)]);

    [Theory]
    [InlineData("fixed:window=30s", 1)]
    [InlineData("fixed:window=5s", 3)]
    [InlineData("fixed:window=200s", 0)]
    [InlineData("none", 3)]
    [InlineData("lru", 0)]
    [InlineData("lru:memory=1MiB", 3)]
    [InlineData("oracle:patience=50s,by-cost=false", 1)]
    public void Cold_starts_are_those_of_counting_by_hand(string policy, int expected)
    {
        var result = Run(policy);

        Assert.All(result.Replications, t => Assert.Equal(expected, PolicyFigure.ColdStarts.Of(t)));
    }

    [Fact]
    public void The_work_of_a_cold_call_is_that_of_a_warm_one_and_the_rest_its_start()
    {
        var kept = Run("fixed:window=200s").Total;
        var fresh = Run("none").Total;

        Assert.Equal(0.1, kept.Latency.Quantile(0.5), 0.002);
        Assert.Equal(0.6, fresh.Latency.Quantile(0.5), 0.006);
    }

    [Fact]
    public void Memory_is_held_from_a_load_to_the_turn_at_which_it_is_unloaded()
    {
        // Loaded from 0 to between 50.1 and 51.1, and from 100 to the end at 101.
        var held = Run("fixed:window=30s").Replications.Select(t => t.MiBSeconds / 2).ToList();

        Assert.All(held, seconds => Assert.InRange(seconds, 51.09, 52.11));
        Assert.True(held.Distinct().Count() > 1);
    }

    [Fact]
    public void The_recordings_own_cold_starts_leave_first_calls_out() => Assert.Equal(1, WhatIfRun.RecordedColdStarts(Calls));

    [Fact]
    public void A_policy_that_needs_a_forecast_says_so() => Assert.Contains("forecast", Assert.Throws<PolicyException>(() => Run("forecast")).Message);

    [Fact]
    public void A_day_costs_its_requests_and_the_memory_that_was_held()
    {
        var prices = new Harness.Scenarios.Prices.PriceSheet { Name = "p", Title = "p", Currency = "USD", Date = "2026-01-01", Source = "http://p", PerMillionRequests = 2, PerGbSecond = 3 };
        var tally = Run("fixed:window=200s").Replications[0];

        var cost = PolicyFigure.All(prices).Single(f => f.Key == "costPerDay").Of(tally);

        Assert.Equal((4 * 2e-6 + tally.MiBSeconds / 1024 * 3) * 86_400 / 101, cost, 9);
    }

    private static Simulator.Results.SimulationResult Run(string policy) =>
        WhatIfRun.Run(RecordedFunctions.Of(Calls, _ => new KeptTraits(2, 0.4)), PolicySpec.Parse(policy, PolicyKind.KeepAlive), 101, 8, 1);
}
