namespace EvalFaaS.Engines.Worker;

/// <summary>What workers are told beside their invocations, and never on an invocation's time.</summary>
internal sealed class WorkerErrands(WorkerPool pool)
{
    /// <summary>Has the idle workers load a module ahead of its first call there.</summary>
    public void Announce(ModuleDefinition module)
    {
        // Given back in the order taken: the one used last stays the first to be taken.
        foreach (var worker in pool.TakeIdle()) Tell(worker, () => worker.Prefetch(module));
    }

    /// <summary>Tells every worker, with its next invocation, that a module or surroundings are not used any more.</summary>
    public void Retract(FrameKind kind, int key)
    {
        foreach (var worker in pool.All) worker.PutAside(kind, key);
    }

    /// <summary>Ends an instance: now, if its worker is idle; else with its next invocation.</summary>
    public void Drop(WorkerProcess holder, long instance)
    {
        holder.PutAside(FrameKind.Drop, instance);
        if (pool.TryTakeForErrand(holder) is not null) Tell(holder, holder.SendHousekeeping);
    }

    private void Tell(WorkerProcess worker, Action send)
    {
        try
        {
            send();
            pool.Return(worker);
        }
        catch (ChannelClosedException)
        {
            pool.Discard(worker);
        }
    }
}
