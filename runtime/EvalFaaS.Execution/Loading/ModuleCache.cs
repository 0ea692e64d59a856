using System.Collections.Concurrent;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The modules that are mapped: loaded once for however many ask, unmapped when idle for long or when others need the room, never while in use.</summary>
internal sealed class ModuleCache
{
    private readonly ConcurrentDictionary<CodeKey, ModuleSlot> _slots = new();
    private readonly ConcurrentDictionary<ModuleSlot, bool> _mapped = new();
    private readonly ModuleLoader _loader;
    private readonly RuntimeCounters _counters;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closing = new();

    public ModuleCache(ModuleLoader loader, RuntimeCounters counters, TimeProvider time)
    {
        _time = time;
        _loader = loader;
        _counters = counters;
        loader.MakeRoom = EvictOne;
    }

    /// <summary>The slot that is asked for, shared with all who ask for the same.</summary>
    public ModuleSlot Slot(CodeKey key) => _slots.GetOrAdd(key, static k => new ModuleSlot(k));

    /// <summary>Adds a revision to those that a slot serves.</summary>
    public void Attach(DeployedFunction function)
    {
        lock (function.Slot.Lock)
        {
            function.Slot.Source = function.Source ?? function.Slot.Source;
            function.Slot.Functions = function.Slot.Functions.Add(function);
        }
    }

    /// <summary>Takes a revision away; what no revision needs is unmapped as soon as it is idle.</summary>
    public void Detach(DeployedFunction function)
    {
        var slot = function.Slot;
        function.Pool?.Close();
        lock (slot.Lock) slot.Functions = slot.Functions.Remove(function);
        if (slot.Functions.IsEmpty) TryUnmap(slot, ColdCause.Expired);
    }

    /// <summary>The load of a slot: the one under way, or a new one. Null when it is mapped by now.</summary>
    public LoadFlight? Load(ModuleSlot slot)
    {
        TaskCompletionSource<LoadedModule> completion;
        LoadFlight flight;
        lock (slot.Lock)
        {
            if (slot.Current is not null) return null;
            if (slot.Flight is not null) return slot.Flight;
            // Continuations run elsewhere, so that the load of one is not held up by the work of another.
            completion = new TaskCompletionSource<LoadedModule>(TaskCreationOptions.RunContinuationsAsynchronously);
            slot.Flight = flight = new LoadFlight { Cause = slot.Cause, Task = completion.Task };
        }

        _ = FlyAsync(slot, flight, completion);
        return flight;
    }

    /// <summary>Loads a slot ahead of a call, where it is not mapped; a load that fails is left to the call to tell.</summary>
    public void PreWarm(ModuleSlot slot)
    {
        if (Load(slot) is { } flight) _ = flight.Task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Unmaps what no revision needs any more and was in use until now.</summary>
    public void UnmapOrphans()
    {
        foreach (var slot in _mapped.Keys)
            if (slot.Functions.IsEmpty) TryUnmap(slot, ColdCause.Expired);
    }

    /// <summary>Throws one idle instance away, the oldest of all, so that a call that waits for room for another finds it.</summary>
    public void DiscardIdleInstance()
    {
        var pools = _mapped.Keys.SelectMany(s => s.Functions).Select(f => f.Pool).OfType<InstancePool>().Where(p => p.Idle > 0);
        pools.MinBy(p => p.OldestNs)?.DiscardOldest();
    }

    /// <summary>Unmaps a slot, or false when it is in use.</summary>
    public bool TryUnmap(ModuleSlot slot, ColdCause cause)
    {
        if (!TryClose(slot, cause, out var module)) return false;
        module?.Compiled.Dispose();
        return true;
    }

    /// <summary>Unmaps a slot and waits until no process has its code mapped any more, or false when it is in use.</summary>
    public async ValueTask<bool> TryUnmapEverywhereAsync(ModuleSlot slot, ColdCause cause, CancellationToken cancellation)
    {
        if (!TryClose(slot, cause, out var module)) return false;
        if (module is not null) await module.Compiled.UnloadAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Ends loads under way and unmaps everything. No invocation may be under way.</summary>
    public void Close()
    {
        _closing.Cancel();
        foreach (var slot in _mapped.Keys) TryUnmap(slot, ColdCause.Evicted);
    }

    /// <summary>Takes out what is mapped (null: nothing is), which nobody uses any more, or false when somebody does.</summary>
    private bool TryClose(ModuleSlot slot, ColdCause cause, out LoadedModule? module)
    {
        lock (slot.Lock)
        {
            module = slot.Current;
            if (module is null) return slot.Flight is null;
            if (!module.TryClose()) return false;
            slot.Current = null;
            slot.Cause = cause;
            _mapped.TryRemove(slot, out _);
        }

        foreach (var function in slot.Functions) function.Pool?.Clear();
        Interlocked.Increment(ref _counters.UnmapsCount);
        if (slot.Functions.IsEmpty) _slots.TryRemove(new KeyValuePair<CodeKey, ModuleSlot>(slot.Key, slot));
        return true;
    }

    private bool EvictOne()
    {
        foreach (var slot in _mapped.Keys.Where(s => s.Current is { InUse: false }).OrderBy(s => s.LastUsedNs))
            if (TryUnmap(slot, ColdCause.Evicted)) return true;
        return false;
    }

    private async Task FlyAsync(ModuleSlot slot, LoadFlight flight, TaskCompletionSource<LoadedModule> completion)
    {
        try
        {
            var begun = _time.NowNs();
            var module = await _loader.LoadAsync(slot, flight, _closing.Token).ConfigureAwait(false);
            slot.Touch(_time.NowNs());
            slot.LoadNs = _time.NowNs() - begun;
            lock (slot.Lock)
            {
                slot.Current = module;
                slot.Flight = null;
                _mapped[slot] = true;
            }

            completion.SetResult(module);
        }
        catch (Exception e)
        {
            lock (slot.Lock) slot.Flight = null;
            completion.SetException(e);
        }
    }
}
