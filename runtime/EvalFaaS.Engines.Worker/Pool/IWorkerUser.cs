namespace EvalFaaS.Engines.Worker;

/// <summary>Who hands workers out, as <see cref="WorkerSupply"/> sees it.</summary>
internal interface IWorkerUser
{
    /// <summary>Workers that should be started for those who have waited long. Under the lock.</summary>
    int Wanted_NeedsLock();

    /// <summary>Whether it is worth looking again soon. Under the lock.</summary>
    bool IsPressed_NeedsLock();

    /// <summary>A worker has come. Under the lock.</summary>
    void Offer_NeedsLock(WorkerProcess worker);

    /// <summary>A worker could not be started. Under the lock.</summary>
    void NoneCame_NeedsLock(Exception why);

    /// <summary>Gives up the worker that has been idle for longest, where that is long; null where none is. Under the lock.</summary>
    WorkerProcess? GiveUpUnused_NeedsLock();

    /// <summary>Ends a worker whose process has ended.</summary>
    void Discard(WorkerProcess worker);
}
