using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerPoolTests : IDisposable
{
    private static readonly EngineOptions Options = new() { MaximumInstances = 4 };
    private readonly WorkerPool _pool = new("test", new WorkerStarter("test", "wasmtime", Options), new PoolSize(1, 1), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_the_most_workers_a_call_waits_until_one_is_given_back()
    {
        var worker = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        var waiting = _pool.TakeAsync(new WorkerClaim(), null, Token).AsTask();
        Assert.False(waiting.IsCompleted);
        _pool.Return(worker);
        Assert.Same(worker, await waiting);
    }

    [Fact]
    public async Task A_wait_ends_with_its_cancellation_and_takes_nothing()
    {
        var worker = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = _pool.TakeAsync(new WorkerClaim(), null, source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _pool.Return(worker);
        Assert.Same(worker, _pool.TryTake(new WorkerClaim()));
    }

    [Fact]
    public async Task A_worker_that_is_wanted_goes_to_who_wants_it()
    {
        var worker = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        var any = _pool.TakeAsync(new WorkerClaim(), null, Token).AsTask();
        var same = _pool.TakeAsync(new WorkerClaim(), worker, Token).AsTask();
        _pool.Return(worker);
        _pool.Return(await any);
        Assert.Same(worker, await same);
    }

    [Fact]
    public async Task A_discarded_worker_is_replaced_and_who_waited_for_it_is_told()
    {
        var worker = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        var same = _pool.TakeAsync(new WorkerClaim(), worker, Token).AsTask();
        _pool.Discard(worker);
        Assert.Equal(FaultKind.WorkerLost, (await Assert.ThrowsAsync<FaultException>(() => same)).Fault.Kind);
        Assert.NotEqual(worker.ProcessId, (await _pool.TakeAsync(new WorkerClaim(), null, Token)).ProcessId);
    }

    [Fact]
    public async Task A_closed_pool_tells_those_who_wait()
    {
        await _pool.TakeAsync(new WorkerClaim(), null, Token);
        var waiting = _pool.TakeAsync(new WorkerClaim(), null, Token).AsTask();
        _pool.Dispose();
        Assert.Equal(FaultKind.Draining, (await Assert.ThrowsAsync<FaultException>(() => waiting)).Fault.Kind);
    }

    public void Dispose() => _pool.Dispose();
}
