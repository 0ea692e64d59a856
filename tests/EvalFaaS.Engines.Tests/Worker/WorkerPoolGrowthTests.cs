using EvalFaaS.Engines.Worker;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerPoolGrowthTests : IDisposable
{
    private static readonly EngineOptions Options = new() { MaximumInstances = 4 };
    private readonly FakeTimeProvider _time = new();
    private readonly WorkerPool _pool;

    public WorkerPoolGrowthTests() => _pool = new WorkerPool("test", new WorkerStarter("test", "wasmtime", Options), new PoolSize(1, 3), _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_long_gets_a_worker_of_his_own()
    {
        var busy = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        var waiting = _pool.TakeAsync(new WorkerClaim(), null, Token).AsTask();
        _time.Advance(PoolSize.Patience);
        Assert.NotEqual(busy.ProcessId, (await waiting).ProcessId);
        Assert.Equal(2, _pool.All.Count);
    }

    [Fact]
    public async Task Where_all_have_been_held_for_long_another_is_started_before_anybody_asks()
    {
        await _pool.TakeAsync(new WorkerClaim(), null, Token);
        _time.Advance(PoolSize.Patience);
        // Nobody waits for it: it is taken when it is there.
        WorkerProcess? spare;
        while ((spare = _pool.TryTake(new WorkerClaim())) is null) await Task.Yield();
        Assert.Equal(2, _pool.All.Count);
    }

    [Fact]
    public async Task One_that_has_only_come_is_taken_after_those_that_have_run()
    {
        var used = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        _time.Advance(PoolSize.Patience);
        _pool.Return(used);
        while (_pool.All.Count < 2) await Task.Yield();
        Assert.Same(used, _pool.TryTake(new WorkerClaim()));
        Assert.NotNull(_pool.TryTake(new WorkerClaim()));
    }

    [Fact]
    public async Task Short_calls_that_queue_start_no_processes()
    {
        // Two, one of them the spare: it is there after a while, whatever happens.
        WorkerClaim one = new(), other = new();
        var first = await _pool.TakeAsync(one, null, Token);
        var second = _pool.TakeAsync(other, null, Token).AsTask();
        _time.Advance(PoolSize.Patience);
        await second;
        for (var call = 0; call < 100; call++)
        {
            var waiting = _pool.TakeAsync(one, null, Token).AsTask();
            _time.Advance(PoolSize.Patience / 10);
            _pool.Return(first);
            Assert.Same(first, await waiting);
        }

        Assert.Equal(2, _pool.All.Count);
    }

    [Fact]
    public async Task There_are_never_more_than_the_most()
    {
        var first = await _pool.TakeAsync(new WorkerClaim(), null, Token);
        var waiting = Enumerable.Range(0, 5).Select(_ => _pool.TakeAsync(new WorkerClaim(), null, Token).AsTask()).ToList();
        for (var grown = 0; grown < 2; grown++)
        {
            _time.Advance(PoolSize.Patience);
            waiting.Remove(await Task.WhenAny(waiting));
        }

        _time.Advance(PoolSize.Patience);
        Assert.Equal(3, _pool.All.Count);
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        _pool.Return(first);
        Assert.Same(first, await await Task.WhenAny(waiting));
    }

    public void Dispose() => _pool.Dispose();
}
