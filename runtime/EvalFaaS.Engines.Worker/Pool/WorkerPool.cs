using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>The worker processes of one engine: each is taken by one invocation at a time, and replaced when it ends.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly string _engine;
    private readonly WorkerStarter _starter;
    private readonly PoolSize _size;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<WorkerProcess> _all = [];
    private readonly List<WorkerProcess> _idle = [];
    private readonly LinkedList<WorkerWaiter> _waiters = new();
    private readonly TaskCompletionSource<EngineDescription> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _trimmer;
    private int _starting;
    private bool _closed;

    /// <summary>A pool that starts its first worker now and the others with the first use.</summary>
    public WorkerPool(string engine, WorkerStarter starter, PoolSize size, TimeProvider time)
    {
        _engine = engine;
        _starter = starter;
        _size = size;
        _time = time;
        _trimmer = time.CreateTimer(static pool => ((WorkerPool)pool!).Trim(), this, PoolSize.IdleLife, PoolSize.IdleLife);
        lock (_lock) Start_NeedsLock();
    }

    /// <summary>The inner engine, as the first worker described it.</summary>
    public Task<EngineDescription> Description => _first.Task;

    /// <summary>Process numbers of the workers that live.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_lock) return [.. _all.Select(w => w.ProcessId)];
        }
    }

    /// <summary>Starts the workers that are kept ready.</summary>
    public void Fill()
    {
        lock (_lock) Fill_NeedsLock();
    }

    /// <summary>Takes the worker used last of those that are idle, or this one; null when it is busy.</summary>
    public WorkerProcess? TryTake(WorkerProcess? wanted = null)
    {
        lock (_lock)
        {
            var at = wanted is null ? _idle.Count - 1 : _idle.LastIndexOf(wanted);
            if (at < 0) return null;
            var worker = _idle[at];
            _idle.RemoveAt(at);
            return worker;
        }
    }

    /// <summary>Takes an idle worker, or waits for one; starts another where there is room.</summary>
    /// <exception cref="FaultException">The one wanted is gone, or none can be started.</exception>
    /// <exception cref="OperationCanceledException">Waited long enough.</exception>
    public async ValueTask<WorkerProcess> TakeAsync(WorkerProcess? wanted, CancellationToken cancellation)
    {
        LinkedListNode<WorkerWaiter> node;
        lock (_lock)
        {
            if (_closed) throw WorkerFaults.Closed(_engine);
            if (wanted is { IsDead: true }) throw new FaultException(wanted.LostFault);
            if (TryTake(wanted) is { } idle) return idle;
            node = _waiters.AddLast(new WorkerWaiter(wanted));
            if (wanted is null && _starting < _waiters.Count(w => w.Wanted is null)) Start_NeedsLock();
        }

        await using var registration = cancellation.UnsafeRegister(GiveUp, node).ConfigureAwait(false);
        return await node.Value.Task.ConfigureAwait(false);
    }

    /// <summary>Gives a worker back.</summary>
    public void Return(WorkerProcess worker)
    {
        if (worker.IsDead)
        {
            Discard(worker);
            return;
        }

        lock (_lock) Offer_NeedsLock(worker);
    }

    /// <summary>Ends a worker and starts another in its place.</summary>
    public void Discard(WorkerProcess worker)
    {
        worker.MarkDead();
        worker.Kill();
        lock (_lock)
        {
            if (!_all.Remove(worker)) return;
            _idle.Remove(worker);
            foreach (var waiter in _waiters.Where(w => w.Wanted == worker).ToList())
            {
                _waiters.Remove(waiter);
                waiter.TrySetException(new FaultException(worker.LostFault));
            }

            if (!_closed) Fill_NeedsLock();
        }

        Background(worker.Dispose);
    }

    /// <summary>Puts a frame aside for every worker.</summary>
    public void PutAside(FrameKind kind, int key)
    {
        lock (_lock)
            foreach (var worker in _all) worker.PutAside(kind, key);
    }

    /// <summary>Sends what was put aside for a worker, if it is idle; else it goes with its next invocation.</summary>
    public void SendHousekeeping(WorkerProcess worker)
    {
        if (TryTake(worker) is null) return;
        try
        {
            worker.SendHousekeeping();
            Return(worker);
        }
        catch (ChannelClosedException)
        {
            Discard(worker);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        List<WorkerProcess> all;
        lock (_lock)
        {
            if (_closed) return;
            _closed = true;
            all = [.. _all];
            _all.Clear();
            _idle.Clear();
            foreach (var waiter in _waiters) waiter.TrySetException(WorkerFaults.Closed(_engine));
            _waiters.Clear();
        }

        _trimmer.Dispose();
        foreach (var worker in all) worker.Dispose();
    }

    private void Fill_NeedsLock()
    {
        while (!_closed && _all.Count + _starting < _size.Ready) Start_NeedsLock();
    }

    private void Start_NeedsLock()
    {
        if (_closed || _all.Count + _starting >= _size.Most) return;
        _starting++;
        Background(Start);
    }

    private void Start()
    {
        try
        {
            Add(_starter.Start());
        }
        catch (Exception e)
        {
            _first.TrySetException(e);
            // The others may be luckier; whoever comes next tries again.
            lock (_lock)
            {
                _starting--;
                if (_waiters.FirstOrDefault(w => w.Wanted is null) is { } waiter && _waiters.Remove(waiter)) waiter.TrySetException(e);
            }
        }
    }

    private void Add(WorkerProcess worker)
    {
        _first.TrySetResult(worker.Description);
        lock (_lock)
        {
            _starting--;
            if (_closed)
            {
                Background(worker.Dispose);
                return;
            }

            _all.Add(worker);
            Offer_NeedsLock(worker);
        }

        worker.WatchAsync().ContinueWith(static (_, s) => ((Action)s!)(), () => Discard(worker), TaskScheduler.Default);
    }

    private void Offer_NeedsLock(WorkerProcess worker)
    {
        for (var node = _waiters.First; node is not null; node = node.Next)
        {
            if (!node.Value.Takes(worker)) continue;
            _waiters.Remove(node);
            if (node.Value.TrySetResult(worker)) return;
            node = _waiters.First;
            if (node is null) break;
        }

        worker.IdleSince = _time.GetTimestamp();
        _idle.Add(worker);
    }

    private void GiveUp(object? state, CancellationToken cancellation)
    {
        var node = (LinkedListNode<WorkerWaiter>)state!;
        lock (_lock)
        {
            // Served already: then he has it and gives it back.
            if (node.List is null) return;
            _waiters.Remove(node);
            node.Value.TrySetCanceled(cancellation);
        }
    }

    private void Trim()
    {
        List<WorkerProcess> unused = [];
        lock (_lock)
        {
            while (!_closed && _all.Count - unused.Count > _size.Ready && _idle.Count > 0 && _time.GetElapsedTime(_idle[0].IdleSince) >= PoolSize.IdleLife)
            {
                unused.Add(_idle[0]);
                _idle.RemoveAt(0);
            }

            foreach (var worker in unused) _all.Remove(worker);
        }

        foreach (var worker in unused) Background(worker.Dispose);
    }

    // Waiting for a process to start or to end holds a thread, which must not be one that requests need.
    private static void Background(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
