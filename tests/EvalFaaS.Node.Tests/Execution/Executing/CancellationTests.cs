using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task An_invocation_is_killed_by_its_id_and_no_other_is()
    {
        await using var bench = await RuntimeBench.StartAsync();
        bench.Engine.Guest = RunsUntilCancelled;
        var function = await bench.DeployAsync();
        var (one, two) = (bench.Begin(function, c => c.Id = "one"), bench.Begin(function, c => c.Id = "two"));

        Assert.True(bench.Runtime.Kill("two"));
        Assert.False(bench.Runtime.Kill("three"));

        Assert.Equal(FaultKind.Killed, (await two.Outcome).Fault?.Kind);
        Assert.False(one.Outcome.IsCompleted);
        two.Complete();
        Assert.False(bench.Runtime.Kill("two"));
        bench.Runtime.Kill("one");
        await one.Outcome;
        one.Complete();
    }

    [Fact]
    public async Task Draining_refuses_new_ones_waits_for_the_others_and_cancels_what_is_left()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        bench.Engine.Guest = RunsUntilCancelled;
        var running = bench.Begin(function);

        var drained = bench.Runtime.DrainAsync(TimeSpan.FromSeconds(5));
        var refused = await bench.CallAsync(function);

        Assert.Equal((FaultKind.Draining, true), ((await refused.Outcome).Fault?.Kind, (await refused.Outcome).Fault?.RetryMayHelp));
        Assert.False(drained.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(FaultKind.Draining, (await running.Outcome).Fault?.Kind);
        running.Complete();
        await drained;
    }

    [Fact]
    public async Task Draining_ends_as_soon_as_the_last_invocation_has()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var running = bench.Begin(function);
        var drained = bench.Runtime.DrainAsync(TimeSpan.FromMinutes(5));

        end.SetResult(Outcome.Ok);
        Assert.Equal(Outcome.Ok, await running.Outcome);
        Assert.False(drained.IsCompleted);
        running.Complete();

        await drained;
    }

    [Fact]
    public async Task Who_waits_in_the_queue_when_the_drain_begins_is_still_served()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { Concurrency = 1 });
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var (running, waiting) = (bench.Begin(function), bench.Begin(function));
        var drained = bench.Runtime.DrainAsync(TimeSpan.FromMinutes(5));

        end.SetResult(Outcome.Ok);
        await running.Outcome;
        running.Complete();
        Assert.Equal(Outcome.Ok, await waiting.Outcome);
        waiting.Complete();

        await drained;
    }

    [Fact]
    public async Task An_error_of_our_own_is_the_outcome_of_that_invocation_alone()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        bench.Engine.Guest = (_, _) => throw new InvalidOperationException("a bug");
        var failed = await bench.CallAsync(function);
        bench.Engine.Guest = (_, _) => new(Outcome.Ok);

        var next = await bench.CallAsync(function);

        Assert.Equal(FaultKind.Internal, (await failed.Outcome).Fault?.Kind);
        Assert.Equal(Outcome.Ok, await next.Outcome);
        Assert.Equal(0, function.Running);
    }

    private static async ValueTask<Outcome> RunsUntilCancelled(InvocationContext context, InvocationCancellation cancellation)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellation.OnInterrupt(_ => ended.TrySetResult());
        await ended.Task;
        return Faults.Cancelled(cancellation.Reason);
    }
}
