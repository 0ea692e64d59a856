using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution.Tests;

public sealed class ModuleCacheTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_first_calls_share_one_load()
    {
        var go = new TaskCompletionSource();
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        await bench.Runtime.ForceAsync(function, StartState.ArtefactAbsent, Stop);
        bench.Engine.Loading = () => go.Task;

        var calls = Enumerable.Range(0, 20).Select(_ => bench.Begin(function)).ToArray();
        go.SetResult();
        var outcomes = await Task.WhenAll(calls.Select(c => c.Outcome));
        foreach (var call in calls) call.Complete();

        Assert.All(outcomes, o => Assert.True(o.IsOk));
        Assert.All(calls, c => Assert.Equal(StartState.ArtefactAbsent, c.Ledger.StartState));
        Assert.Equal((2, 2), (bench.Engine.Compiles, bench.Engine.Loads));
    }

    [Fact]
    public async Task A_caller_whose_deadline_passes_leaves_the_load_to_the_others()
    {
        var go = new TaskCompletionSource();
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        await bench.Runtime.ForceAsync(function, StartState.ArtefactOnDisk, Stop);
        bench.Engine.Loading = () => go.Task;
        var early = bench.Begin(function);
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        var late = bench.Begin(function);
        bench.Time.Advance(TimeSpan.FromSeconds(6));

        var gaveUp = await early.Outcome;
        go.SetResult();

        Assert.Equal(FaultKind.Deadline, gaveUp.Fault?.Kind);
        Assert.Equal(Outcome.Ok, await late.Outcome);
        early.Complete();
        late.Complete();
    }

    [Fact]
    public async Task A_load_that_fails_is_tried_again_by_the_next_call()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        await bench.Runtime.ForceAsync(function, StartState.ArtefactOnDisk, Stop);
        bench.Engine.Loading = () => throw new FaultException(FaultKind.ModuleUnsupported, "engine/fake", "Not today.");
        var failed = await bench.CallAsync(function);
        bench.Engine.Loading = () => Task.CompletedTask;

        var next = await bench.CallAsync(function);

        Assert.Equal("Not today.", (await failed.Outcome).Fault?.Message);
        Assert.Equal(Outcome.Ok, await next.Outcome);
    }

    [Fact]
    public async Task An_idle_module_is_unmapped_after_its_time_and_says_so_when_it_comes_back()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { KeepAlive = PolicySpec.Parse("fixed:window=60s", PolicyKind.KeepAlive) });
        var function = await bench.DeployAsync();
        await bench.CallAsync(function);

        bench.Time.Advance(TimeSpan.FromSeconds(90));

        Assert.False(function.IsLoaded);
        var call = await bench.CallAsync(function);
        Assert.Equal((StartState.ArtefactOnDisk, ColdCause.Expired), (call.Ledger.StartState, call.Ledger.Cause));
    }

    [Fact]
    public async Task The_module_used_longest_ago_makes_room_for_another()
    {
        await using var bench = await RuntimeBench.StartAsync(RoomForTwo);
        var one = await bench.DeployAsync("one", salt: 1);
        bench.Time.Advance(TimeSpan.FromMilliseconds(10));
        var two = await bench.DeployAsync("two", salt: 2);
        bench.Time.Advance(TimeSpan.FromMilliseconds(10));
        await bench.CallAsync(one);

        var three = await bench.DeployAsync("three", salt: 3);

        Assert.Equal((true, false, true), (one.IsLoaded, two.IsLoaded, three.IsLoaded));
        var call = await bench.CallAsync(two);
        Assert.Equal((StartState.ArtefactOnDisk, ColdCause.Evicted), (call.Ledger.StartState, call.Ledger.Cause));
    }

    [Fact]
    public async Task A_module_in_use_is_never_unmapped()
    {
        await using var bench = await RuntimeBench.StartAsync(RoomForTwo);
        var one = await bench.DeployAsync("one", salt: 1);
        var two = await bench.DeployAsync("two", salt: 2);
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var calls = new[] { bench.Begin(one), bench.Begin(two) };

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync("three", salt: 3));

        Assert.Equal(FaultKind.NoCapacity, fault.Fault.Kind);
        Assert.True(one.IsLoaded && two.IsLoaded);
        end.SetResult(Outcome.Ok);
        foreach (var call in calls)
        {
            await call.Outcome;
            call.Complete();
        }
    }

    [Fact]
    public async Task Revisions_with_the_same_module_share_its_code()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync("one");
        await bench.DeployAsync("two");

        Assert.Equal((1, 1), (bench.Engine.Compiles, bench.Engine.Loads));
    }

    [Fact]
    public async Task Trust_domains_share_no_code()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync("one");
        await bench.DeployAsync("two", r => r with { TrustDomain = "others" });

        Assert.Equal((2, 2), (bench.Engine.Compiles, bench.Engine.Loads));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task A_deleted_function_is_unmapped_once_its_last_call_has_ended(int maxInvocations)
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = maxInvocations });
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var call = bench.Begin(function);
        await bench.Runtime.DeleteAsync(function.Revision.Name.Function, Stop);
        Assert.Equal(0, bench.Engine.Unmaps);

        end.SetResult(Outcome.Ok);
        await call.Outcome;
        call.Complete();
        bench.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, bench.Engine.Unmaps);
    }

    private static RuntimeOptions RoomForTwo(RuntimeOptions options) =>
        options with { Engine = new EngineOptions { Mappings = new MappingBudget(2 * FakeModule.MappingCount) } };
}
