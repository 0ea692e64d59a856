namespace EvalFaaS.Engines.Worker;

/// <summary>Those who wait for a worker, first come first served. Used under the pool's lock alone.</summary>
internal sealed class WaitingLine
{
    private readonly LinkedList<WorkerWaiter> _waiters = new();

    /// <summary>Those who wait for whichever worker comes, the longest first.</summary>
    public IEnumerable<WorkerWaiter> ForAny => _waiters.Where(w => w.Wanted is null);

    /// <summary>Joins the line.</summary>
    public LinkedListNode<WorkerWaiter> Join(WorkerProcess? wanted, long now) => _waiters.AddLast(new WorkerWaiter(wanted, now));

    /// <summary>Leaves it unserved.</summary>
    /// <returns>False when he was served already: then he has a worker and gives it back.</returns>
    public bool Leave(LinkedListNode<WorkerWaiter> place)
    {
        if (place.List is null) return false;
        _waiters.Remove(place);
        return true;
    }

    /// <summary>Gives a worker to the first who takes it.</summary>
    public bool Serve(WorkerProcess worker)
    {
        for (var place = _waiters.First; place is not null; place = place.Next)
        {
            if (!place.Value.Takes(worker)) continue;
            _waiters.Remove(place);
            return place.Value.TrySetResult(worker);
        }

        return false;
    }

    /// <summary>Tells those who want a worker that it is gone.</summary>
    public void Disappoint(WorkerProcess gone, Func<Exception> why) => Fail(w => w.Wanted == gone, why);

    /// <summary>Tells the first who waits for any worker that none could be started.</summary>
    public void DisappointFirst(Exception why)
    {
        if (ForAny.FirstOrDefault() is { } first && _waiters.Remove(first)) first.TrySetException(why);
    }

    /// <summary>Tells everyone.</summary>
    public void DisappointAll(Func<Exception> why) => Fail(_ => true, why);

    private void Fail(Func<WorkerWaiter, bool> whom, Func<Exception> why)
    {
        foreach (var waiter in _waiters.Where(whom).ToList())
        {
            _waiters.Remove(waiter);
            waiter.TrySetException(why());
        }
    }
}
