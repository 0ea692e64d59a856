using System.Collections.Concurrent;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>All invocation objects, whether in use or not: registered once in their life, so that the way of a request pays nothing for it. Knows how to end what runs.</summary>
internal sealed class RunningInvocations
{
    private readonly ConcurrentDictionary<Invocation, bool> _all = new();
    private volatile TaskCompletionSource? _ended;

    /// <summary>Whether new invocations are refused.</summary>
    public bool Draining => _ended is not null;

    public void Add(Invocation invocation) => _all[invocation] = true;

    public void Remove(Invocation invocation) => _all.TryRemove(invocation, out _);

    /// <summary>Invocations under way.</summary>
    public int Count => _all.Count(p => p.Key.IsUnderWay);

    /// <summary>Ends the one of this id.</summary>
    public bool Cancel(string id, CancelReason reason)
    {
        foreach (var (invocation, _) in _all)
            if (invocation.Cancel(reason, id)) return true;
        return false;
    }

    /// <summary>To be called when one has ended.</summary>
    public void NoteEnd() => _ended?.TrySetResult();

    /// <summary>Refuses new ones from now on, waits for those under way, cancels them after the grace, and waits again.</summary>
    public async Task DrainAsync(TimeSpan grace, TimeProvider time)
    {
        // Draining from here on, also before the first look.
        Signal();
        var waited = WaitForAllAsync();
        try
        {
            await waited.WaitAsync(grace, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            foreach (var (invocation, _) in _all) invocation.Cancel(CancelReason.Drain, null);
            await waited.ConfigureAwait(false);
        }
    }

    private async Task WaitForAllAsync()
    {
        while (true)
        {
            // The signal first, then the look: an end between the two is not missed.
            var signal = Signal();
            if (Count == 0) return;
            await signal.Task.ConfigureAwait(false);
        }
    }

    // One signal for all who wait: a drain may be hurried by a second one.
    private TaskCompletionSource Signal()
    {
        lock (_all)
        {
            if (_ended is null || _ended.Task.IsCompleted) _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _ended;
        }
    }
}
