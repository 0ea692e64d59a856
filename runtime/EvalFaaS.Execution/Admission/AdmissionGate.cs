using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>
/// Admission to one revision: so many at once, so many in the queue, first come first served, nobody longer than his deadline.
/// Below the limit it is one interlocked operation.
/// </summary>
internal sealed class AdmissionGate(int concurrency, int queueLength, string name)
{
    private const string Component = "admission";
    private const long OneWaiting = 1L << 32;

    private readonly Lock _lock = new();
    private readonly LinkedList<AdmissionWait> _queue = [];

    /// <summary>Running in the low half, waiting in the high half: one word, so that neither changes unseen by who looks at the other.</summary>
    private long _state;

    /// <summary>Those admitted.</summary>
    public int Running => (int)Volatile.Read(ref _state);

    /// <summary>Those in the queue.</summary>
    public int Waiting => (int)(Volatile.Read(ref _state) >> 32);

    /// <summary>Enters where nobody waits and the limit is not reached.</summary>
    public bool TryEnter()
    {
        var state = Volatile.Read(ref _state);
        while (state < concurrency)
        {
            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state) return true;
            state = seen;
        }

        return false;
    }

    /// <summary>Enters, waiting in the queue where it must.</summary>
    /// <returns>Null when admitted; else why not.</returns>
    public ValueTask<InvocationFault?> EnterAsync(InvocationCancellation cancellation)
    {
        AdmissionWait wait;
        lock (_lock)
        {
            // Waiters come and go under the lock alone, so below the limit with an empty queue means a free place.
            if (TryEnter()) return default;
            if (_queue.Count >= queueLength) return new ValueTask<InvocationFault?>(QueueFull());
            wait = new AdmissionWait(this);
            Interlocked.Add(ref _state, OneWaiting);
            wait.Node = _queue.AddLast(wait);
            // A place may have come free between the two lines above, and its leaver saw no waiter.
            AdmitWaiters_NeedsLock();
        }

        return wait.WaitAsync(cancellation);
    }

    /// <summary>Leaves; the first waiter takes the place.</summary>
    public void Exit()
    {
        var state = Volatile.Read(ref _state);
        while (state < OneWaiting)
        {
            var seen = Interlocked.CompareExchange(ref _state, state - 1, state);
            if (seen == state) return;
            state = seen;
        }

        lock (_lock)
        {
            Interlocked.Decrement(ref _state);
            AdmitWaiters_NeedsLock();
        }
    }

    /// <summary>Takes a waiter out of the queue.</summary>
    /// <returns>False when it has been admitted meanwhile.</returns>
    internal bool Abandon(AdmissionWait wait)
    {
        lock (_lock)
        {
            if (wait.Node is null) return false;
            _queue.Remove(wait.Node);
            wait.Node = null;
            Interlocked.Add(ref _state, -OneWaiting);
            return true;
        }
    }

    private void AdmitWaiters_NeedsLock()
    {
        while (_queue.First is { } first && Running < concurrency)
        {
            _queue.RemoveFirst();
            first.Value.Node = null;
            Interlocked.Add(ref _state, 1 - OneWaiting);
            first.Value.Admit();
        }
    }

    private InvocationFault QueueFull() => new(
        FaultKind.QueueFull, Component,
        $"{name} runs {concurrency} invocations at once and {queueLength} wait already. Try again later, or raise its concurrency or queue length.",
        RetryMayHelp: true);
}
