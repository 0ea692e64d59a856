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
    private readonly WaitingLine _line = new();
    private readonly TaskCompletionSource<EngineDescription> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _trimmer;
    private readonly ITimer _grower;
    private int _starting;
    private bool _watching;
    private bool _closed;

    /// <summary>A pool that starts its first worker now and the others with the first use.</summary>
    public WorkerPool(string engine, WorkerStarter starter, PoolSize size, TimeProvider time)
    {
        _engine = engine;
        _starter = starter;
        _size = size;
        _time = time;
        _grower = time.CreateTimer(static pool => ((WorkerPool)pool!).Grow(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _trimmer = time.CreateTimer(static pool => ((WorkerPool)pool!).Trim(), this, PoolSize.IdleLife, PoolSize.IdleLife);
        lock (_lock) Start_NeedsLock();
    }

    /// <summary>The inner engine, as the first worker described it.</summary>
    public Task<EngineDescription> Description => _first.Task;

    /// <summary>The workers that live, busy or idle.</summary>
    public IReadOnlyList<WorkerProcess> All
    {
        get
        {
            lock (_lock) return [.. _all];
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

    /// <summary>Takes all that are idle, the one used last at the end.</summary>
    public IReadOnlyList<WorkerProcess> TakeIdle()
    {
        lock (_lock)
        {
            WorkerProcess[] idle = [.. _idle];
            _idle.Clear();
            return idle;
        }
    }

    /// <summary>Takes an idle worker, or waits for one; another is started for those who wait long, where there is room.</summary>
    /// <exception cref="FaultException">The one wanted is gone, or none can be started.</exception>
    /// <exception cref="OperationCanceledException">Waited long enough.</exception>
    public async ValueTask<WorkerProcess> TakeAsync(WorkerProcess? wanted, CancellationToken cancellation)
    {
        LinkedListNode<WorkerWaiter> place;
        lock (_lock)
        {
            if (_closed) throw WorkerFaults.Closed(_engine);
            if (wanted is { IsDead: true }) throw new FaultException(wanted.LostFault);
            if (TryTake(wanted) is { } idle) return idle;
            place = _line.Join(wanted, _time.GetTimestamp());
            Fill_NeedsLock();
            Watch_NeedsLock();
        }

        await using var registration = cancellation.UnsafeRegister(GiveUp, place).ConfigureAwait(false);
        return await place.Value.Task.ConfigureAwait(false);
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
            _line.Disappoint(worker, () => new FaultException(worker.LostFault));
            if (!_closed) Fill_NeedsLock();
        }

        Background(worker.Dispose);
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
            _line.DisappointAll(() => WorkerFaults.Closed(_engine));
        }

        _trimmer.Dispose();
        _grower.Dispose();
        foreach (var worker in all) worker.Dispose();
    }

    private void Fill_NeedsLock()
    {
        while (!_closed && _all.Count + _starting < _size.Ready) Start_NeedsLock();
    }

    private void Watch_NeedsLock()
    {
        if (_watching || _closed) return;
        _watching = true;
        _grower.Change(PoolSize.Patience, Timeout.InfiniteTimeSpan);
    }

    // No more at once than are kept ready, one for each core: starts that share a core finish no sooner, and stop the workers that are there.
    private void Grow()
    {
        lock (_lock)
        {
            _watching = false;
            var impatient = _line.ForAny.Count(w => _time.GetElapsedTime(w.Since) >= PoolSize.Patience);
            while (!_closed && _starting < Math.Min(impatient, _size.Ready) && _all.Count + _starting < _size.Most) Start_NeedsLock();
            if (_line.ForAny.Any()) Watch_NeedsLock();
        }
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
                _line.DisappointFirst(e);
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
        if (_line.Serve(worker)) return;
        worker.IdleSince = _time.GetTimestamp();
        _idle.Add(worker);
    }

    private void GiveUp(object? state, CancellationToken cancellation)
    {
        var place = (LinkedListNode<WorkerWaiter>)state!;
        lock (_lock)
            if (_line.Leave(place)) place.Value.TrySetCanceled(cancellation);
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
