using CsCheck;

namespace EvalFaaS.Policies.Tests.Balancing;

public sealed class BalancerTests
{
    private static readonly Gen<BalanceEndpoint[]> Endpoints = Gen.Select(Gen.Bool, Gen.Int[0, 9]).Array[0, 12].Select(e => e.Select((x, i) => new BalanceEndpoint(i, x.Item1, x.Item2)).ToArray());

    public static TheoryData<string> Names => Policies.Names(PolicyKind.Balancing);

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_is_picked_is_alive_and_someone_is_where_one_is(string name) => Gen.Select(Endpoints, Gen.ULong).Sample((endpoints, random) =>
    {
        var decision = Made(name).Pick(endpoints, 0, random);
        if (endpoints.Any(e => e.Alive)) Assert.True(endpoints[decision.Index].Alive);
        else Assert.Equal(BalanceDecision.None, decision);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Picking_allocates_nothing(string name)
    {
        var balancer = Made(name);
        BalanceEndpoint[] endpoints = [new(0), new(1, true, 3), new(2, false), new(3)];
        balancer.Pick(endpoints, 0, 1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) balancer.Completed(balancer.Pick(endpoints, i, (ulong)i * 0x9E3779B97F4A7C15).Index, i, 0.1);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Round_robin_takes_each_in_turn_and_leaves_out_the_dead()
    {
        var balancer = Made("round-robin");
        BalanceEndpoint[] endpoints = [new(0), new(1, false), new(2)];

        Assert.Equal([0, 2, 0, 2], Enumerable.Range(0, 4).Select(_ => balancer.Pick(endpoints, 0, 0).Index));
    }

    [Theory]
    [InlineData("random")]
    [InlineData("power-of-two-choices")]
    public void Among_equals_each_is_as_likely_as_the_others(string name)
    {
        var random = new Random(1);
        var balancer = Made(name);
        BalanceEndpoint[] endpoints = [new(0), new(1, false), new(2), new(3), new(4)];
        var counts = new int[5];
        for (var i = 0; i < 40_000; i++) counts[balancer.Pick(endpoints, 0, (ulong)random.NextInt64(long.MinValue, long.MaxValue)).Index]++;

        // 10,000 each; five standard deviations are 433.
        Assert.All(counts.Where((_, i) => i != 1), c => Assert.InRange(c, 9_567, 10_433));
    }

    [Fact]
    public void Of_two_the_less_busy_is_taken_and_the_busiest_of_all_never() => Gen.ULong.Sample(random =>
        Assert.NotEqual(1, Made("power-of-two-choices").Pick([new(0, true, 1), new(1, true, 9), new(2, true, 2)], 0, random).Index));

    [Fact]
    public void The_fewest_outstanding_is_the_minimum() => Gen.Select(Endpoints.Where(e => e.Any(x => x.Alive)), Gen.ULong).Sample((endpoints, random) =>
        Assert.Equal(endpoints.Where(e => e.Alive).Min(e => e.Outstanding), Made("least-outstanding").Pick(endpoints, 0, random).A));

    private static ILoadBalancer Made(string name)
    {
        var balancer = Policies.Make<ILoadBalancer>(name, PolicyKind.Balancing);
        balancer.Describe(12);
        return balancer;
    }
}
