namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class OracleKeepAliveTests
{
    private static readonly PolicySurroundings Known = new() { Future = new KnownArrivals([100, 500, 5000]) };

    [Theory]
    [InlineData(110, 390)]
    [InlineData(501, 0)]
    [InlineData(5001, 0)]
    public void It_keeps_exactly_until_the_next_call_or_not_at_all(double idleFrom, double kept) => Assert.Equal(kept, Made("oracle").Idle(new IdleEvent(0, idleFrom)).UnloadAfter);

    [Fact]
    public void With_pre_warming_it_loads_just_in_time()
    {
        var decision = Made("oracle:pre-warm=true").Idle(new IdleEvent(0, 1000));

        Assert.Equal((0, 3999.75, 4000), (decision.UnloadAfter, decision.PreWarmAt, decision.KeepUntil));
    }

    private static IKeepAlivePolicy Made(string spec)
    {
        var policy = PolicySpec.Parse(spec, PolicyKind.KeepAlive).Make<IKeepAlivePolicy>(Known);
        policy.Describe(0, new FunctionTraits());
        return policy;
    }
}
