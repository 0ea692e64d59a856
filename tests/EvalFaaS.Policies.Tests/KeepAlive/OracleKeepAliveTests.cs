namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class OracleKeepAliveTests
{
    private static readonly PolicySurroundings Known = new() { Future = new KnownArrivals([100, 500, 5000]) };

    [Theory]
    [InlineData(110, 600)]
    [InlineData(501, 0)]
    [InlineData(5001, 0)]
    public void It_keeps_what_is_needed_within_its_patience_and_nothing_else(double idleFrom, double kept) => Assert.Equal(kept, Made("oracle").Idle(new IdleEvent(0, idleFrom)).UnloadAfter);

    [Fact]
    public void An_instance_that_one_call_at_a_time_does_not_need_is_not_kept() => Assert.Equal(0, Made("oracle").Idle(new IdleEvent(0, 110, Running: 1)).UnloadAfter);

    [Fact]
    public void Patience_is_that_of_a_usual_function_and_less_for_a_larger_one()
    {
        var large = Made("oracle:patience=450", new FunctionTraits(256, 0.25));
        var same = Made("oracle:patience=450,by-cost=false", new FunctionTraits(256, 0.25));

        Assert.Equal((0, 450), (large.Idle(new IdleEvent(0, 110)).UnloadAfter, same.Idle(new IdleEvent(0, 110)).UnloadAfter));
    }

    [Fact]
    public void With_pre_warming_it_loads_just_in_time()
    {
        var decision = Made("oracle:pre-warm=true").Idle(new IdleEvent(0, 1000));

        Assert.Equal((0, 3999.75, 4000), (decision.UnloadAfter, Math.Round(decision.PreWarmAt, 3), decision.KeepUntil));
    }

    private static IKeepAlivePolicy Made(string spec) => Made(spec, new FunctionTraits());

    private static IKeepAlivePolicy Made(string spec, FunctionTraits traits)
    {
        var policy = PolicySpec.Parse(spec, PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(Known);
        policy.Describe(0, traits);
        return policy;
    }
}
