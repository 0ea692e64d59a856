namespace EvalFaaS.Policies.Tests.KeepAlive;

/// <summary>Priorities computed by hand from FaasCache's equation 1: clock + frequency × cost / size.</summary>
public sealed class GreedyDualKeepAliveTests
{
    private readonly IKeepAlivePolicy _policy = Policies.KeepAlive("greedy-dual");

    public GreedyDualKeepAliveTests()
    {
        _policy.Describe(0, new FunctionTraits(MemoryMiB: 100, ColdStartSeconds: 2));
        _policy.Describe(1, new FunctionTraits(MemoryMiB: 50, ColdStartSeconds: 5));
    }

    [Fact]
    public void The_priority_is_frequency_times_cost_by_size()
    {
        Assert.Equal(0.02, Called(0, cold: true), 1e-12);
        Assert.Equal(0.04, Called(0), 1e-12);
        Assert.Equal(0.1, Called(1, cold: true), 1e-12);
    }

    [Fact]
    public void The_clock_is_the_highest_priority_evicted_and_never_falls()
    {
        _policy.Evicted(1, 0.5);
        _policy.Evicted(0, 0.3);

        Assert.Equal(0.5 + 0.02, Called(0, cold: true), 1e-12);
    }

    [Fact]
    public void A_function_without_instances_begins_to_count_anew()
    {
        Called(0, cold: true);
        Called(0);

        Assert.Equal(0.02, Called(0, cold: true), 1e-12);
    }

    [Fact]
    public void A_cold_start_beside_running_ones_does_not()
    {
        Called(0, cold: true);
        _policy.Arrived(new ArrivalEvent(0, 1, Running: 1, Cold: true));

        Assert.Equal(0.04, _policy.Idle(new IdleEvent(0, 2, Running: 1)).Priority, 1e-12);
    }

    [Fact]
    public void What_is_small_and_slow_to_start_outlives_what_is_large_and_fast()
    {
        var node = new OneNode(Policies.KeepAlive("greedy-dual"), [new(100, 0.1), new(10, 1), new(100, 0.1)], 150);
        node.Call(1, 0);
        node.Call(0, 1);
        node.Call(2, 2);

        Assert.Equal([0], node.Evicted);
    }

    private double Called(int function, bool cold = false)
    {
        _policy.Arrived(new ArrivalEvent(function, 0, 0, cold));
        return _policy.Idle(new IdleEvent(function, 1)).Priority;
    }
}
