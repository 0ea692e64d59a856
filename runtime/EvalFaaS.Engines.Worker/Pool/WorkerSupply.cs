namespace EvalFaaS.Engines.Worker;

/// <summary>How many worker processes there are: starts those kept ready, a spare, and more while calls wait long; ends those not used for long.</summary>
internal sealed class WorkerSupply : IDisposable
{
    private readonly WorkerStarter _starter;
    private readonly PoolSize _size;
    private readonly Lock _lock;
    private readonly IWorkerUser _user;
    private readonly List<WorkerProcess> _all = [];
    private readonly TaskCompletionSource<EngineDescription> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _grower, _trimmer;
    private int _starting;
    private bool _watching;
    private bool _closed;

    /// <summary>A supply that has started nothing yet.</summary>
    /// <param name="starter">Starts a process.</param>
    /// <param name="size">How many.</param>
    /// <param name="time">The clock for looking.</param>
    /// <param name="shared">The lock of all that is said to need one.</param>
    /// <param name="user">Who hands them out.</param>
    public WorkerSupply(WorkerStarter starter, PoolSize size, TimeProvider time, Lock shared, IWorkerUser user)
    {
        (_starter, _size, _lock, _user) = (starter, size, shared, user);
        _grower = time.CreateTimer(static supply => ((WorkerSupply)supply!).Grow(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _trimmer = time.CreateTimer(static supply => ((WorkerSupply)supply!).Trim(), this, PoolSize.IdleLife, PoolSize.IdleLife);
    }

    /// <summary>The inner engine, as the first worker described it.</summary>
    public Task<EngineDescription> Description => _first.Task;

    /// <summary>The workers that live, busy or idle.</summary>
    public IReadOnlyList<WorkerProcess> All_NeedsLock => _all;

    /// <summary>Starts one where there is room.</summary>
    public void Start_NeedsLock()
    {
        if (_closed || Total >= _size.Most) return;
        _starting++;
        Background(Start);
    }

    /// <summary>Starts the workers that are kept ready now, and the spare a little later: it must not take the processor from the call that comes first.</summary>
    public void Fill_NeedsLock()
    {
        while (!_closed && Total < Math.Min(_size.Ready, _size.Most)) Start_NeedsLock();
        if (Total < _size.Kept) Watch_NeedsLock();
    }

    /// <summary>Looks in a while whether more are needed.</summary>
    public void Watch_NeedsLock()
    {
        if (_watching || _closed) return;
        _watching = true;
        _grower.Change(PoolSize.Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Forgets a worker that has ended, and starts another in its place. False where it was forgotten before.</summary>
    public bool Replace_NeedsLock(WorkerProcess ended)
    {
        if (!_all.Remove(ended)) return false;
        Fill_NeedsLock();
        return true;
    }

    /// <summary>Starts no more, and gives up those that live: they are the caller's to end.</summary>
    public IReadOnlyList<WorkerProcess> Close_NeedsLock()
    {
        _closed = true;
        WorkerProcess[] all = [.. _all];
        _all.Clear();
        return all;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _trimmer.Dispose();
        _grower.Dispose();
    }

    /// <summary>Waiting for a process to start or to end holds a thread, which must not be one that requests need.</summary>
    public static void Background(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private int Total => _all.Count + _starting;

    // No more at once than are kept ready, one for each core: starts that share a core finish no sooner, and stop the workers that are there.
    private void Grow()
    {
        lock (_lock)
        {
            _watching = false;
            var wanted = Math.Max(_user.Wanted_NeedsLock(), Total < _size.Kept ? 1 : 0);
            while (!_closed && _starting < Math.Min(wanted, _size.Ready) && Total < _size.Most) Start_NeedsLock();
            if (_user.IsPressed_NeedsLock()) Watch_NeedsLock();
        }
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
                _user.NoneCame_NeedsLock(e);
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
            _user.Offer_NeedsLock(worker);
        }

        worker.WatchAsync().ContinueWith(static (_, s) => ((Action)s!)(), () => _user.Discard(worker), TaskScheduler.Default);
    }

    private void Trim()
    {
        List<WorkerProcess> unused = [];
        lock (_lock)
        {
            while (!_closed && _all.Count > _size.Kept && _user.GiveUpUnused_NeedsLock() is { } worker)
            {
                _all.Remove(worker);
                unused.Add(worker);
            }
        }

        foreach (var worker in unused) Background(worker.Dispose);
    }
}
