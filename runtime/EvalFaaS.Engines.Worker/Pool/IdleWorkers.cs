namespace EvalFaaS.Engines.Worker;

/// <summary>Workers that nobody holds, the one used last at the end. Under the pool's lock alone.</summary>
internal sealed class IdleWorkers
{
    private readonly List<WorkerProcess> _workers = [];

    public int Count => _workers.Count;

    /// <summary>The first to be given up: one that was never used, or the one unused longest; null where none is idle.</summary>
    public WorkerProcess? Oldest => _workers.Count == 0 ? null : _workers[0];

    /// <summary>Adds one that was used just now.</summary>
    public void Add(WorkerProcess worker) => _workers.Add(worker);

    /// <summary>Adds one that has only come. It is the last to be taken: nobody's module is loaded in it.</summary>
    public void AddUnused(WorkerProcess worker) => _workers.Insert(0, worker);

    public bool Remove(WorkerProcess worker) => _workers.Remove(worker);

    public bool Has(WorkerProcess worker) => _workers.Contains(worker);

    /// <summary>Takes the one used last, or this one; null where it is not idle.</summary>
    public WorkerProcess? Take(WorkerProcess? wanted)
    {
        var at = wanted is null ? _workers.Count - 1 : _workers.LastIndexOf(wanted);
        if (at < 0) return null;
        var worker = _workers[at];
        _workers.RemoveAt(at);
        return worker;
    }

    /// <summary>Takes all.</summary>
    public IReadOnlyList<WorkerProcess> TakeAll()
    {
        WorkerProcess[] all = [.. _workers];
        _workers.Clear();
        return all;
    }
}
