using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>
/// Counts the pool's slots and the memory mappings behind them. A slot once used stays mapped, so mappings are reserved
/// when more slots are in use than ever before. Who finds none waits.
/// </summary>
internal sealed class InstanceSlots : IDisposable
{
    private readonly MappingBudget _budget;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _used;
    private int _waiters;
    private int _mapped;
    private long _taken;

    /// <summary>A pool of so many slots whose mappings count against the budget.</summary>
    public InstanceSlots(int total, MappingBudget budget)
    {
        Total = total;
        _budget = budget;
        // The first slots are paid for at once, with those that lie unused but mapped: a small node never comes here again.
        var first = Math.Min(total, EngineSizes.WarmSlots);
        if (!budget.TryReserve(first * EngineSizes.MappingsPerSlot))
        {
            throw new FaultException(FaultKind.EngineUnavailable, NativeErrors.Component,
                $"{budget.Used} of {budget.Total} memory mappings are reserved already, too many for another engine. Raise vm.max_map_count (sysctl).");
        }

        _mapped = first;
    }

    public int Total { get; }

    /// <summary>Slots in use.</summary>
    public int Used => Volatile.Read(ref _used);

    /// <summary>Slots taken so far: tells whether anything happened.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Takes slots, or false where so many are not free or cannot be mapped.</summary>
    public bool TryTake(int slots)
    {
        while (true)
        {
            // Never counted before it is sure: a count taken back would have made others wait who then are not told.
            var used = Volatile.Read(ref _used);
            var wanted = used + slots;
            if (wanted > Total || (Mapped(wanted) > Volatile.Read(ref _mapped) && !Map(wanted))) return false;
            if (Interlocked.CompareExchange(ref _used, wanted, used) != used) continue;
            Volatile.Write(ref _taken, _taken + 1); // Only a sign of life: a lost count does no harm.
            return true;
        }
    }

    /// <summary>Gives slots back and lets one waiter look.</summary>
    public void Give(int slots)
    {
        Interlocked.Add(ref _used, -slots);
        if (Volatile.Read(ref _waiters) != 0) WakeOne();
    }

    /// <summary>Takes slots; waits until they are free or the invocation is cancelled.</summary>
    public async ValueTask TakeAsync(int slots, InvocationCancellation cancellation)
    {
        Interlocked.Increment(ref _waiters);
        try
        {
            while (!TryTake(slots))
            {
                cancellation.Token.ThrowIfCancellationRequested();
                var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                lock (_lock) _waiting.Enqueue(free);
                var heeded = false;
                try
                {
                    // One that came free before the queue knew of us would be missed.
                    if (TryTake(slots)) return;
                    await free.Task.WaitAsync(cancellation.Token).ConfigureAwait(false);
                    heeded = true;
                }
                finally
                {
                    // Who leaves without having needed the sign that he was given hands it on.
                    if (!heeded && !free.TrySetCanceled()) WakeOne();
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw Cancelled(cancellation.Check());
        }
        finally
        {
            Interlocked.Decrement(ref _waiters);
        }
    }

    public void Dispose() => _budget.Release(Interlocked.Exchange(ref _mapped, 0) * EngineSizes.MappingsPerSlot);

    private void WakeOne()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var first))
                if (first.TrySetResult()) return;
        }
    }

    private FaultException Cancelled(CancelReason reason) => reason == CancelReason.Deadline
        ? new FaultException(FaultKind.NoCapacity, NativeErrors.Component, $"None of {Total} instance slots came free in time ({Used} in use).", retryMayHelp: true)
        : new FaultException(Faults.Cancelled(reason));

    private int Mapped(int used) => Math.Min(used + EngineSizes.WarmSlots, Total);

    private bool Map(int used)
    {
        lock (_lock)
        {
            var more = Mapped(used) - _mapped;
            if (more <= 0) return true;
            if (!_budget.TryReserve(more * EngineSizes.MappingsPerSlot)) return false;
            Volatile.Write(ref _mapped, _mapped + more);
            return true;
        }
    }
}
