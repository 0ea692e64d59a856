using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution.Tests;

public sealed class InstancePoolTests
{
    [Fact]
    public async Task An_instance_is_thrown_away_after_as_many_invocations_as_it_may_take()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 2 });

        var ids = new List<long>();
        for (var i = 0; i < 4; i++) ids.Add((await bench.CallAsync(function)).Ledger.InstanceId);

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[1], ids[2]);
        Assert.Equal(ids[2], ids[3]);
        Assert.Equal((2, 2), (bench.Runtime.Counters.InstancesMade, bench.Runtime.Counters.InstancesReused));
    }

    [Fact]
    public async Task The_call_after_a_spent_instance_says_that_it_had_outlived_its_time()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 2 });
        await bench.CallAsync(function);
        await bench.CallAsync(function);

        Assert.Equal(ColdCause.Expired, (await bench.CallAsync(function)).Ledger.Cause);
    }

    [Fact]
    public async Task An_instance_is_not_used_again_after_a_fault()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 0 });
        bench.Engine.Guest = (_, _) => new(new InvocationFault(FaultKind.Trap, "guest", "unreachable"));
        var broken = await bench.CallAsync(function);
        bench.Engine.Guest = (_, _) => new(Outcome.Ok);

        var next = await bench.CallAsync(function);

        Assert.NotEqual(broken.Ledger.InstanceId, next.Ledger.InstanceId);
        Assert.Equal(ColdCause.Evicted, next.Ledger.Cause);
    }

    [Fact]
    public async Task A_second_call_at_once_gets_another_instance_for_want_of_a_free_one()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 0 });
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var (one, two) = (bench.Begin(function), bench.Begin(function));
        end.SetResult(Outcome.Ok);
        await Task.WhenAll(one.Outcome, two.Outcome);
        one.Complete();
        two.Complete();

        Assert.NotEqual(one.Ledger.InstanceId, two.Ledger.InstanceId);
        Assert.Equal(ColdCause.Capacity, two.Ledger.Cause);
        Assert.Equal(2, function.IdleInstances);
    }

    [Fact]
    public async Task Idle_instances_are_thrown_away_after_their_time()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { KeepAlive = PolicySpec.Parse("fixed:window=10s", PolicyKind.KeepAlive) });
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 0 });
        await bench.CallAsync(function);

        bench.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal((0, 1), (function.IdleInstances, bench.Runtime.Counters.InstancesDiscarded));
        Assert.Equal(ColdCause.Expired, (await bench.CallAsync(function)).Ledger.Cause);
    }

    [Fact]
    public async Task Fresh_instances_are_the_default()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();

        var (one, two) = (await bench.CallAsync(function), await bench.CallAsync(function));

        Assert.NotEqual(one.Ledger.InstanceId, two.Ledger.InstanceId);
        Assert.Equal(2, bench.Runtime.Counters.InstancesDiscarded);
    }
}
