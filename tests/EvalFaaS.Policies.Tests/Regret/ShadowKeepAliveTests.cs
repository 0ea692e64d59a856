using CsCheck;

namespace EvalFaaS.Policies.Tests.Regret;

public sealed class ShadowKeepAliveTests
{
    // One idle second of this function costs 1, one cold start 100.
    private static readonly FunctionTraits Traits = new(128, 0.25);
    private static readonly KeepPrice Price = KeepPrice.OfPatience(100);

    [Fact]
    public void Costs_are_those_of_counting_by_hand()
    {
        // Idle for 50, 200 and 80 s. Kept for 60: warm, cold, cold. Kept for 100: warm, cold, warm.
        var shadow = new ShadowKeepAlive(Policies.KeepAlive("fixed:window=100"), Price);
        var report = Run(shadow, Policies.KeepAlive("fixed:window=60"), [50, 200, 80]);

        Assert.Equal(new KeepAccount(3, 2, 128 * (50 + 60 + 60), 170 + 200), report.Acting);
        Assert.Equal(new KeepAccount(3, 1, 128 * (50 + 100 + 80), 230 + 100), report.Shadow);
        // The oracle keeps for 50 and 80 s, and not for 200.
        Assert.Equal(new KeepAccount(3, 1, 128 * 130, 230), report.Oracle);
        Assert.Equal((140, 100), (report.ActingRegret, report.ShadowRegret));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("fixed")]
    [InlineData("lru")]
    public void No_policy_that_only_keeps_or_unloads_beats_the_oracle(string name) => Gen.Double[0, 3000].Array[1, 50].Sample(gaps =>
    {
        var report = Run(new ShadowKeepAlive(Policies.KeepAlive("fixed"), Price), Policies.KeepAlive(name), gaps);
        Assert.True(report.ActingRegret >= -1e-6);
        Assert.True(report.ShadowRegret >= -1e-6);
    });

    [Fact]
    public void A_policy_in_its_own_shadow_has_its_own_account() => Gen.Double[0, 20_000].Array[1, 50].Sample(gaps =>
    {
        var report = Run(new ShadowKeepAlive(Policies.KeepAlive("hybrid-histogram"), Price), Policies.KeepAlive("hybrid-histogram"), gaps);
        Assert.Equal(report.Acting, report.Shadow);
    });

    [Fact]
    public void What_was_evicted_is_cold_for_the_acting_policy_alone()
    {
        var shadow = new ShadowKeepAlive(Policies.KeepAlive("fixed"), Price);
        shadow.Describe(0, Traits);
        shadow.Idle(new IdleEvent(0, 0), KeepDecision.Keep(600, KeepReason.Fixed, 0));
        shadow.Evicted(0, 10);
        shadow.Arrived(new ArrivalEvent(0, 50));

        Assert.Equal((1, 128 * 10, 0, 128 * 50), (shadow.Report.Acting.ColdStarts, shadow.Report.Acting.WastedMiBSeconds, shadow.Report.Shadow.ColdStarts, shadow.Report.Shadow.WastedMiBSeconds));
    }

    [Fact]
    public void Reviews_reach_the_shadow_as_time_goes_on()
    {
        // Calls are expected until second 100, and the forecast looks a minute ahead.
        var policy = PolicySpec.Parse("forecast", PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = new KnownRates((_, at) => at < 100 ? 0.01 : 0, reach: 60) });
        var shadow = new ShadowKeepAlive(policy, Price);
        shadow.Describe(0, Traits);
        shadow.Idle(new IdleEvent(0, 0), KeepDecision.Fresh);
        for (var minute = 1; minute <= 10; minute++) shadow.AdvanceTo(60 * minute);
        shadow.Arrived(new ArrivalEvent(0, 600));

        // Kept for the first minute, for the second (which begins before 100), and no longer.
        Assert.Equal(new KeepAccount(1, 1, 128 * 120, 220), shadow.Report.Shadow);
    }

    private static RegretReport Run(ShadowKeepAlive shadow, IKeepAlivePolicy acting, double[] gaps)
    {
        shadow.Describe(0, Traits);
        acting.Describe(0, Traits);
        var now = 0.0;
        foreach (var gap in gaps.Prepend(0))
        {
            now += gap;
            shadow.Arrived(new ArrivalEvent(0, now));
            acting.Arrived(new ArrivalEvent(0, now));
            var idle = new IdleEvent(0, now);
            shadow.Idle(idle, acting.Idle(idle));
        }

        return shadow.Report;
    }
}
