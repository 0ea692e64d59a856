namespace EvalFaaS.Engines.Worker;

/// <summary>The calls that wait for a worker, each in the line of its function. Under the pool's lock alone.</summary>
internal sealed class WaitingLine
{
    private readonly List<WorkerClaim> _claims = [];

    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty => _claims.Count == 0;

    /// <summary>Those who wait for whichever worker comes.</summary>
    public IEnumerable<WorkerWaiter> ForAny => _claims.SelectMany(c => c.Waiting).Where(w => w.Wanted is null);

    /// <summary>Joins the line of its function.</summary>
    public LinkedListNode<WorkerWaiter> Join(WorkerWaiter waiter)
    {
        if (waiter.Claim.Waiting.Count == 0) _claims.Add(waiter.Claim);
        return waiter.Claim.Waiting.AddLast(waiter);
    }

    /// <summary>Leaves it unserved.</summary>
    /// <returns>False when it was served already: then it has a worker and gives it back.</returns>
    public bool Leave(LinkedListNode<WorkerWaiter> place)
    {
        if (place.List is null) return false;
        var claim = place.Value.Claim;
        claim.Waiting.Remove(place);
        if (claim.Waiting.Count == 0) _claims.Remove(claim);
        return true;
    }

    /// <summary>Takes the next call out that may have one of the idle workers: of the function that holds fewest, and among equals the one that waits longest.</summary>
    /// <returns>Null where there is none.</returns>
    public WorkerWaiter? TakeNext(IdleWorkers idle, int free)
    {
        LinkedListNode<WorkerWaiter>? next = null;
        foreach (var claim in _claims)
        {
            if (!claim.MayTake(idle.Count, free) || (next is not null && claim.Held > next.Value.Claim.Held)) continue;
            if (FirstOf(claim, idle) is { } first && (next is null || GoesBefore(first.Value, next.Value))) next = first;
        }

        if (next is null) return null;
        Leave(next);
        return next.Value;
    }

    /// <summary>Tells those who want a worker that it is gone.</summary>
    public void Disappoint(WorkerProcess gone, Func<Exception> why) => Fail(w => w.Wanted == gone, why);

    /// <summary>Tells the one who waits longest for any worker that none could be started.</summary>
    public void DisappointFirst(Exception why)
    {
        if (ForAny.MinBy(w => w.Since) is { } first) Fail(w => w == first, () => why);
    }

    /// <summary>Tells everyone.</summary>
    public void DisappointAll(Func<Exception> why) => Fail(_ => true, why);

    private static bool GoesBefore(WorkerWaiter one, WorkerWaiter other) => (one.Claim.Held, one.Since).CompareTo((other.Claim.Held, other.Since)) < 0;

    private static LinkedListNode<WorkerWaiter>? FirstOf(WorkerClaim claim, IdleWorkers idle)
    {
        var place = claim.Waiting.First;
        while (place is { Value.Wanted: { } wanted } && !idle.Has(wanted)) place = place.Next;
        return place;
    }

    private void Fail(Func<WorkerWaiter, bool> whom, Func<Exception> why)
    {
        foreach (var waiter in _claims.SelectMany(c => c.Waiting).Where(whom).ToList())
        {
            Leave(waiter.Claim.Waiting.Find(waiter)!);
            waiter.TrySetException(why());
        }
    }
}
