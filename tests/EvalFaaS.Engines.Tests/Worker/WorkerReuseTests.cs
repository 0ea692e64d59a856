using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerReuseTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    [Fact]
    public async Task Instances_kept_in_different_workers_keep_their_own_state()
    {
        var module = await fixture.LoadAsync(WorkerGuests.Counter);
        var first = new TestInvocation();
        var instances = new List<WasmInstance>();
        for (var i = 0; i < 6; i++) instances.Add(await module.InstantiateAsync(first.Limits, first.Cancellation));
        for (var round = 1; round <= 5; round++)
        {
            var expected = $"{round}";
            await Parallel.ForEachAsync(instances, TestContext.Current.CancellationToken, async (instance, _) =>
            {
                var invocation = new TestInvocation();
                Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
                Assert.Equal(expected, await invocation.ResponseTextAsync());
            });
        }

        foreach (var instance in instances) instance.Dispose();
    }

    [Fact]
    public async Task An_instance_told_that_no_invocation_follows_is_not_kept()
    {
        var module = await fixture.LoadAsync(WorkerGuests.Counter);
        var invocation = new TestInvocation();
        using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
        instance.LastInvocation = true;
        Assert.Null((await instance.InvokeAsync(invocation, invocation.Cancellation)).Fault);
        Assert.False(instance.Reusable);
    }

    [Fact]
    public async Task An_instance_whose_worker_ended_is_not_reusable_and_says_what_became_of_it()
    {
        using var own = new WorkerFixture(new PoolSize(Ready: 1, Most: 1));
        var module = await own.LoadAsync(WorkerGuests.Counter);
        var first = new TestInvocation();
        using var instance = await module.InstantiateAsync(first.Limits, first.Cancellation);
        Assert.Null((await instance.InvokeAsync(first, first.Cancellation)).Fault);
        Assert.True(instance.Reusable);

        var worker = await own.Engine.Pool.TakeAsync(new WorkerClaim(), null, TestContext.Current.CancellationToken);
        own.Engine.Pool.Discard(worker);
        Assert.False(instance.Reusable);
        var second = new TestInvocation();
        var fault = (await instance.InvokeAsync(second, second.Cancellation)).Fault!;
        Assert.Equal(FaultKind.WorkerLost, fault.Kind);
        Assert.True(fault.RetryMayHelp);
    }
}
