namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class ForecastKeepAliveTests
{
    [Fact]
    public void It_keeps_where_a_call_pays_for_its_minute()
    {
        // A minute costs 60 s where no call comes and 30 s until one does: it pays from a probability of 60 / (600 + 30).
        var rate = -Math.Log(1 - 60 / 630.0) / 60;
        Assert.Equal(KeepReason.CallExpected, Decide(rate * 1.01).Reason);
        Assert.Equal(KeepReason.NoCallExpected, Decide(rate * 0.99).Reason);
    }

    [Fact]
    public void It_loads_again_for_the_minutes_in_which_calls_are_due()
    {
        var decision = Made("forecast", (_, at) => at is >= 300 and < 420 ? 0.1 : 0).Idle(new IdleEvent(0, 0));

        Assert.Equal((0, 299.75, 420, 60), (decision.UnloadAfter, decision.PreWarmAt, decision.KeepUntil, decision.ReviewAfter));
    }

    [Fact]
    public void The_longer_its_patience_the_longer_it_keeps()
    {
        static double Fading(int function, double at) => 0.01 * Math.Exp(-at / 200);
        var kept = new[] { 60, 300, 600, 3000, 30_000 }.Select(p => Made($"forecast:patience={p}", Fading).Idle(new IdleEvent(0, 0)).UnloadAfter).ToArray();

        Assert.Equal(kept.Order(), kept);
        Assert.True(kept[0] < kept[^1]);
    }

    [Fact]
    public void By_cost_a_slow_start_is_waited_for_longer_and_a_large_instance_less()
    {
        var policy = Made("forecast:by-cost=true,patience=100", (_, _) => 0.01);
        policy.Describe(1, new FunctionTraits(128, 2.5));
        policy.Describe(2, new FunctionTraits(MemoryMiB: 1280, ColdStartSeconds: 2.5));

        // 45 % a minute: 100 s of patience want 46 %, a thousand 6 %.
        Assert.Equal([0, 900, 0], new[] { 0, 1, 2 }.Select(f => policy.Idle(new IdleEvent(f, 0)).UnloadAfter));
    }

    [Fact]
    public void Between_calls_that_follow_each_other_it_keeps_however_short_its_patience()
    {
        // Ten calls a second: the next comes after a tenth of a second, whatever is left of the minute.
        Assert.Equal(KeepReason.CallExpected, Made("forecast:patience=1", (_, _) => 10).Idle(new IdleEvent(0, 30)).Reason);
        Assert.Equal(KeepReason.NoCallExpected, Made("forecast:patience=1", (_, _) => 1 / 60.0).Idle(new IdleEvent(0, 30)).Reason);
    }

    [Fact]
    public void It_looks_anew_when_the_minute_ends() =>
        Assert.Equal(15, Made("forecast", (_, _) => 0.01).Idle(new IdleEvent(0, 105)).ReviewAfter);

    [Fact]
    public void After_the_call_that_was_expected_the_rest_of_its_minute_pays_no_more()
    {
        var policy = PolicySpec.Parse("forecast", PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = new OneCallAMinute() });
        policy.Describe(0, new FunctionTraits());
        Assert.Equal(120, policy.Idle(new IdleEvent(0, 30)).UnloadAfter);

        policy.Arrived(new ArrivalEvent(0, 40));
        var decision = policy.Idle(new IdleEvent(0, 40));

        Assert.Equal((0, 19.75), (decision.UnloadAfter, decision.PreWarmAt));
    }

    private sealed class OneCallAMinute : IForecast
    {
        public double Reach => 120;

        public double MeanRate(int function, double now, double ahead) => 1 / 60.0;

        public double RateQuantile(int function, double now, double ahead, double level) => 1 / 60.0;

        public double CallProbability(int function, double now, double from, double to) => 1;

        public double AnotherCall(int function, double now, int came) => came == 0 ? 1 : 0;
    }

    [Fact]
    public void It_looks_no_farther_than_the_forecast_reaches()
    {
        var policy = PolicySpec.Parse("forecast", PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = new KnownRates((_, _) => 1, reach: 300) });
        policy.Describe(0, new FunctionTraits());

        Assert.Equal(300, policy.Idle(new IdleEvent(0, 0)).UnloadAfter);
    }

    private static KeepDecision Decide(double rate) => Made("forecast", (_, _) => rate).Idle(new IdleEvent(0, 0));

    private static IKeepAlivePolicy Made(string spec, Func<int, double, double> rate)
    {
        var policy = PolicySpec.Parse(spec, PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = new KnownRates(rate) });
        policy.Describe(0, new FunctionTraits());
        return policy;
    }
}
