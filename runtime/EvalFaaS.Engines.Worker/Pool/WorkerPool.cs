using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Hands the worker processes of one engine out, each to one invocation at a time, fairly between functions.</summary>
/// <remarks>
/// A guest cannot be put out of its worker, so fairness must come before need: the last idle worker is for a function that holds none, and a function may hold
/// as many as it leaves free (<see cref="FairShare"/>). Of those who wait, the function that holds fewest goes first.
/// </remarks>
internal sealed class WorkerPool : IWorkerUser, IDisposable
{
    private readonly string _engine;
    private readonly PoolSize _size;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly IdleWorkers _idle = new();
    private readonly WaitingLine _line = new();
    private readonly WorkerSupply _supply;
    private long _lastGiven;
    private bool _closed;

    /// <summary>A pool that starts its first worker now and the others with the first use.</summary>
    public WorkerPool(string engine, WorkerStarter starter, PoolSize size, TimeProvider time)
    {
        (_engine, _size, _time) = (engine, size, time);
        _supply = new WorkerSupply(starter, size, time, _lock, this);
        lock (_lock) _supply.Start_NeedsLock();
    }

    /// <summary>The inner engine, as the first worker described it.</summary>
    public Task<EngineDescription> Description => _supply.Description;

    /// <summary>The workers that live, busy or idle.</summary>
    public IReadOnlyList<WorkerProcess> All
    {
        get
        {
            lock (_lock) return [.. _supply.All_NeedsLock];
        }
    }

    /// <summary>Starts the workers that are kept.</summary>
    public void Fill()
    {
        lock (_lock) _supply.Fill_NeedsLock();
    }

    /// <summary>Takes the worker used last of those that are idle, or this one; null when it is busy, or others have a better right to it.</summary>
    public WorkerProcess? TryTake(WorkerClaim claim, WorkerProcess? wanted = null)
    {
        lock (_lock) return TryTake_NeedsLock(claim, wanted);
    }

    /// <summary>Takes this worker to tell it something beside its invocations, or null when it is busy.</summary>
    public WorkerProcess? TryTakeForErrand(WorkerProcess worker)
    {
        lock (_lock) return _idle.Take(worker);
    }

    /// <summary>Takes all that are idle for the same, the one used last at the end.</summary>
    public IReadOnlyList<WorkerProcess> TakeIdle()
    {
        lock (_lock) return _idle.TakeAll();
    }

    /// <summary>Takes an idle worker, or waits for one; another is started for those who wait long, where there is room.</summary>
    /// <exception cref="FaultException">The one wanted is gone, or none can be started.</exception>
    /// <exception cref="OperationCanceledException">Waited long enough.</exception>
    public async ValueTask<WorkerProcess> TakeAsync(WorkerClaim claim, WorkerProcess? wanted, CancellationToken cancellation)
    {
        LinkedListNode<WorkerWaiter> place;
        lock (_lock)
        {
            if (_closed) throw WorkerFaults.Closed(_engine);
            if (wanted is { IsDead: true }) throw new FaultException(wanted.LostFault);
            if (TryTake_NeedsLock(claim, wanted) is { } idle) return idle;
            place = _line.Join(new WorkerWaiter(claim, wanted, _time.GetTimestamp()));
            _supply.Fill_NeedsLock();
            _supply.Watch_NeedsLock();
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

        lock (_lock)
        {
            LeaveClaim_NeedsLock(worker);
            if (_closed) return;
            _idle.Add(worker);
            Offered_NeedsLock(worker);
        }
    }

    /// <summary>Ends a worker and starts another in its place.</summary>
    public void Discard(WorkerProcess worker)
    {
        worker.MarkDead();
        worker.Kill();
        lock (_lock)
        {
            if (!_supply.Replace_NeedsLock(worker)) return;
            LeaveClaim_NeedsLock(worker);
            _idle.Remove(worker);
            _line.Disappoint(worker, () => new FaultException(worker.LostFault));
            Serve_NeedsLock();
        }

        WorkerSupply.Background(worker.Dispose);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IReadOnlyList<WorkerProcess> all;
        lock (_lock)
        {
            if (_closed) return;
            _closed = true;
            all = _supply.Close_NeedsLock();
            _idle.TakeAll();
            _line.DisappointAll(() => WorkerFaults.Closed(_engine));
        }

        _supply.Dispose();
        foreach (var worker in all) worker.Dispose();
    }

    // Those who have waited long and may hold more; and one for whoever comes next, where all have been held for long and none came back.
    int IWorkerUser.Wanted_NeedsLock()
    {
        var free = Free;
        var impatient = _line.ForAny.Count(w => IsLong(w.Since) && FairShare.MayTake(w.Claim.Held, free));
        return Math.Max(impatient, _idle.Count == 0 && IsLong(_lastGiven) ? 1 : 0);
    }

    bool IWorkerUser.IsPressed_NeedsLock() => _line.ForAny.Any() || (_idle.Count == 0 && _supply.All_NeedsLock.Count > 0);

    void IWorkerUser.NoneCame_NeedsLock(Exception why) => _line.DisappointFirst(why);

    WorkerProcess? IWorkerUser.GiveUpUnused_NeedsLock() =>
        _idle.Oldest is { } oldest && _time.GetElapsedTime(oldest.IdleSince) >= PoolSize.IdleLife && _idle.Remove(oldest) ? oldest : null;

    void IWorkerUser.Offer_NeedsLock(WorkerProcess worker)
    {
        _idle.AddUnused(worker);
        Offered_NeedsLock(worker);
    }

    private void Offered_NeedsLock(WorkerProcess worker)
    {
        _lastGiven = worker.IdleSince = _time.GetTimestamp();
        if (!_line.IsEmpty) Serve_NeedsLock();
    }

    // Free, also: what could still be started.
    private int Free => _size.Most - (_supply.All_NeedsLock.Count - _idle.Count);

    private bool IsLong(long since) => _time.GetElapsedTime(since) >= PoolSize.Patience;

    private WorkerProcess? TryTake_NeedsLock(WorkerClaim claim, WorkerProcess? wanted)
    {
        if (!claim.MayTake(_idle.Count, Free) || _idle.Take(wanted) is not { } worker) return null;
        Hold_NeedsLock(claim, worker);
        return worker;
    }

    private void Hold_NeedsLock(WorkerClaim claim, WorkerProcess worker)
    {
        worker.Claim = claim;
        claim.Held++;
        if (_idle.Count == 0) _supply.Watch_NeedsLock();
    }

    private static void LeaveClaim_NeedsLock(WorkerProcess worker)
    {
        if (worker.Claim is not { } claim) return;
        claim.Held--;
        worker.Claim = null;
    }

    private void Serve_NeedsLock()
    {
        while (_line.TakeNext(_idle, Free) is { } next)
        {
            var worker = _idle.Take(next.Wanted)!;
            Hold_NeedsLock(next.Claim, worker);
            next.TrySetResult(worker);
        }
    }

    private void GiveUp(object? state, CancellationToken cancellation)
    {
        var place = (LinkedListNode<WorkerWaiter>)state!;
        lock (_lock)
            if (_line.Leave(place)) place.Value.TrySetCanceled(cancellation);
    }
}
