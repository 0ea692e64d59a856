using CsCheck;

namespace EvalFaaS.Policies.Tests.Optimisation;

public sealed class SettingsOptimiserTests
{
    private static readonly MemoryPrice Price = new(0.2, 0.01);

    // Calls of 1 s that begin at 0, 10 and 100: code of 4 MiB loads in 2 s, an instance of 16 MiB in 1 s.
    private static readonly FunctionHistory Three = new()
    {
        Calls = [new(0, 1), new(10, 1), new(100, 1)], Seconds = 200, LoadSeconds = 2, InstanceSeconds = 1, CodeMiB = 4, InstanceMiB = 16,
    };

    [Fact]
    public void Without_a_window_every_call_loads_and_memory_is_held_while_calls_run()
    {
        var outcome = Run(Three, new FunctionSettings(0, 0));

        Assert.Equal((3, 3, 4.0), (outcome.ColdStarts, outcome.FreshInstances, outcome.Mean));
        Assert.Equal(3 * 4 * (4 + 16), outcome.MiBSeconds, 9);
    }

    [Fact]
    public void A_window_keeps_code_between_calls_that_lie_within_it()
    {
        // The first ends at 4 and keeps its code until the second at 10, which takes 2 s: until 62. The third loads at 100, ends at 104, keeps until 154.
        var outcome = Run(Three, new FunctionSettings(50, 0));

        Assert.Equal((2, 3), (outcome.ColdStarts, outcome.FreshInstances));
        Assert.Equal((4 + 2 + 4.0) / 3, outcome.Mean, 9);
        Assert.Equal((4 + 2 + 4) * 16 + (62 + 54) * 4, outcome.MiBSeconds, 9);
    }

    [Fact]
    public void A_pooled_instance_is_reused_within_the_window_and_paid_for_while_it_waits()
    {
        // The second call takes the first one's instance and 1 s. It waits from 4 to 10, from 11 to 61, and from 104 to 154.
        var outcome = Run(Three, new FunctionSettings(50, 1));

        Assert.Equal((2, 2), (outcome.ColdStarts, outcome.FreshInstances));
        Assert.Equal((4 + 1 + 4.0) / 3, outcome.Mean, 9);
        Assert.Equal((4 + 1 + 4) * 16 + (6 + 50 + 50) * 16 + (61 + 54) * 4, outcome.MiBSeconds, 9);
    }

    [Fact]
    public void Kept_always_only_the_first_call_loads_and_memory_is_held_to_the_end()
    {
        var outcome = Run(Three, new FunctionSettings(double.PositiveInfinity, 0));

        Assert.Equal(1, outcome.ColdStarts);
        Assert.Equal(200 * 4 + (4 + 2 + 2) * 16, outcome.MiBSeconds, 9);
        Assert.Equal(0.2 + 1e6 * outcome.MiBSeconds / 1024 * 0.01 / 3, outcome.Cost, 6);
    }

    [Fact]
    public void Calls_at_a_time_need_an_instance_each_and_load_once()
    {
        var history = Three with { Calls = [new(0, 1), new(0.5, 1), new(20, 1), new(20, 1)] };

        var outcome = Run(history, new FunctionSettings(60, 2));

        Assert.Equal((1, 2), (outcome.ColdStarts, outcome.FreshInstances));
        Assert.Equal(3, Run(history, new FunctionSettings(60, 1)).FreshInstances);
    }

    [Fact]
    public void The_front_rises_in_cost_and_falls_in_latency_and_holds_what_nothing_betters() => Gen.Select(Gen.Double[0.001, 100].Array[1, 60], Gen.Double[0.001, 2]).Sample((gaps, work) =>
    {
        var at = 0.0;
        var history = Three with { Calls = [.. gaps.Select(g => new PastCall(at += g, work))], Seconds = at + 10 };

        var found = SettingsOptimiser.Recommend(history, Price);

        Assert.Contains(found.Chosen, found.Front);
        for (var i = 1; i < found.Front.Count; i++)
            Assert.True(found.Front[i].Cost >= found.Front[i - 1].Cost && found.Front[i].Mean < found.Front[i - 1].Mean);
        var settings = found.Front.Select(o => o.Settings).ToHashSet();
        Assert.Equal(settings.Count, found.Front.Count);
    });

    [Fact]
    public void A_longer_window_never_loads_more_often() => Gen.Select(Gen.Double[0.001, 100].Array[1, 60], Gen.Double[0, 50], Gen.Double[0, 50]).Sample((gaps, shorter, more) =>
    {
        var at = 0.0;
        var history = Three with { Calls = [.. gaps.Select(g => new PastCall(at += g, 0.5))], Seconds = at + 10, LoadSeconds = 0 };

        Assert.True(Run(history, new FunctionSettings(shorter + more, 0)).ColdStarts <= Run(history, new FunctionSettings(shorter, 0)).ColdStarts);
    });

    [Fact]
    public void The_latency_that_is_asked_for_is_met_by_the_cheapest_settings_that_meet_it()
    {
        var history = Three with { Calls = [.. Enumerable.Range(0, 200).Select(i => new PastCall(10 * i, 1))], Seconds = 2000 };

        var found = SettingsOptimiser.Recommend(history, Price, latency: 2.5);

        Assert.True(found.MeetsLatency);
        Assert.Equal(0, found.Chosen.Settings.Pool);
        Assert.InRange(found.Chosen.Settings.KeepAlive, 8, 10);
        Assert.False(SettingsOptimiser.Recommend(history, Price, latency: 0.5).MeetsLatency);
    }

    [Theory]
    [InlineData(10.0, 13)]
    [InlineData(0.1, 1)]
    [InlineData(null, null)]
    public void The_memory_limit_is_a_quarter_above_the_peak_and_unknown_where_that_is(double? peak, int? limit) =>
        Assert.Equal(limit, SettingsOptimiser.Recommend(Three with { PeakMiB = peak }, Price).MemoryLimitMiB);

    [Fact]
    public void Without_a_call_there_is_nothing_to_recommend() =>
        Assert.Contains("no call in the history", Assert.Throws<PolicyException>(() => SettingsOptimiser.Recommend(Three with { Calls = [] }, Price)).Message);

    private static SettingsOutcome Run(FunctionHistory history, FunctionSettings settings) => new HistoryReplay(history, settings).Run(Price);
}
