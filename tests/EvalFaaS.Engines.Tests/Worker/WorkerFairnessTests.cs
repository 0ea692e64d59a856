using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerFairnessTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly WorkerPool _pool;
    private readonly WorkerClaim _good = new(), _greedy = new();

    public WorkerFairnessTests() => _pool = new WorkerPool("test", new WorkerStarter("test", "wasmtime", new EngineOptions { MaximumInstances = 4 }), new PoolSize(1, 4), _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_idle_worker_is_for_a_function_that_holds_none()
    {
        await TakeAsync(_greedy);
        var spare = await TakeAsync(_good);
        _pool.Return(spare);

        Assert.Null(_pool.TryTake(_greedy));
        Assert.Same(spare, _pool.TryTake(_good));
    }

    [Fact]
    public async Task A_function_may_hold_as_many_as_it_leaves_free()
    {
        await TakeAsync(_greedy);
        List<WorkerProcess> others = [await TakeAsync(new()), await TakeAsync(new()), await TakeAsync(new())];
        others.ForEach(_pool.Return);

        Assert.NotNull(_pool.TryTake(_greedy));
        Assert.Null(_pool.TryTake(_greedy));
        Assert.NotNull(_pool.TryTake(_good));
        Assert.NotNull(_pool.TryTake(new()));
    }

    [Fact]
    public async Task Of_those_who_wait_the_function_that_holds_fewest_goes_first()
    {
        var first = await TakeAsync(_greedy);
        List<WorkerProcess> others = [await TakeAsync(new()), await TakeAsync(new()), await TakeAsync(new())];
        var more = _pool.TakeAsync(_greedy, null, Token).AsTask();
        var one = _pool.TakeAsync(_good, null, Token).AsTask();

        _pool.Return(others[0]);
        Assert.Same(others[0], await one);
        Assert.False(more.IsCompleted);
        _pool.Return(first);

        Assert.Same(first, await more);
    }

    [Fact]
    public async Task Calls_of_one_function_are_served_in_their_order()
    {
        var worker = await TakeAsync(_greedy);
        var one = _pool.TakeAsync(_greedy, null, Token).AsTask();
        var two = _pool.TakeAsync(_greedy, null, Token).AsTask();

        _pool.Return(worker);
        Assert.Same(worker, await one);
        Assert.False(two.IsCompleted);
        _pool.Return(worker);

        Assert.Same(worker, await two);
    }

    [Fact]
    public async Task A_function_that_burns_in_every_worker_it_may_holds_up_no_other()
    {
        using var fixture = new WorkerFixture(new PoolSize(Ready: 1, Most: 2));
        var loop = await fixture.LoadAsync(WorkerGuests.Loop);
        var echo = await fixture.LoadAsync(Guests.Echo);
        var burner = new GuestEnvironment { Name = "default/burner@1" };
        var burning = Enumerable.Range(0, 4).Select(_ => new TestInvocation { IsProcess = true, GuestEnvironment = burner }).ToList();
        var calls = burning.Select(invocation => WorkerFixture.InvokeAsync(loop, invocation)).ToList();

        for (var call = 0; call < 10; call++)
        {
            var invocation = new TestInvocation($"call {call}") { GuestEnvironment = new GuestEnvironment { Name = "default/echo@1" } };
            Assert.Null((await WorkerFixture.InvokeAsync(echo, invocation)).Fault);
            Assert.Equal($"call {call}", await invocation.ResponseTextAsync());
        }

        Assert.All(calls, c => Assert.False(c.IsCompleted));
        foreach (var invocation in burning) invocation.Cancellation.Request(CancelReason.Kill);
        Assert.All(await Task.WhenAll(calls), outcome => Assert.Equal(FaultKind.Killed, outcome.Fault?.Kind));
    }

    public void Dispose() => _pool.Dispose();

    // Where none is idle, the one that is started for who waits long.
    private async Task<WorkerProcess> TakeAsync(WorkerClaim claim)
    {
        var taken = _pool.TakeAsync(claim, null, Token).AsTask();
        if (!taken.IsCompleted) _time.Advance(PoolSize.Patience);
        return await taken;
    }
}
