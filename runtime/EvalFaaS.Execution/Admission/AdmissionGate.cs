using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>
/// Admission to one revision: so many at once, so many in the queue, first come first served, nobody longer than his deadline; and no more than its policy lets in.
/// What the policy need not be asked about enters by one interlocked operation.
/// </summary>
internal sealed class AdmissionGate(int concurrency, int queueLength, string name, AdmissionRule? rule = null)
{
    private const string Component = "admission";
    private const long OneWaiting = 1L << 32;

    private readonly Lock _lock = new();
    private readonly LinkedList<AdmissionWait> _queue = [];
    private readonly int _unasked = rule?.RunsUnasked ?? concurrency;

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
        while (state < _unasked)
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
            if (rule?.Decide(cancellation, Running, _queue.Count, first: false) is { } decision)
            {
                if (decision.Verdict == AdmissionVerdict.Refuse) return new ValueTask<InvocationFault?>(Refused(decision));
                if (decision.Verdict == AdmissionVerdict.Run && TryRun_NeedsLock()) return default;
            }

            if (_queue.Count >= queueLength) return new ValueTask<InvocationFault?>(QueueFull());
            wait = new AdmissionWait(this, cancellation);
            Interlocked.Add(ref _state, OneWaiting);
            wait.Node = _queue.AddLast(wait);
            // A place may have come free between the two lines above, and its leaver saw no waiter.
            AdmitWaiters_NeedsLock();
        }

        return wait.WaitAsync();
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
    /// <returns>False when it has been admitted, or refused, meanwhile.</returns>
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
            var decision = rule?.Decide(first.Value.Cancellation, Running, _queue.Count, first: true);
            if (decision is { Verdict: AdmissionVerdict.Wait }) return;
            var refused = decision is { Verdict: AdmissionVerdict.Refuse };
            _queue.RemoveFirst();
            first.Value.Node = null;
            Interlocked.Add(ref _state, refused ? -OneWaiting : 1 - OneWaiting);
            if (refused) first.Value.Refuse(Refused(decision!.Value));
            else first.Value.Admit();
        }
    }

    // The limit may have been reached by those who entered without being asked about, who take no lock.
    private bool TryRun_NeedsLock()
    {
        for (var state = Volatile.Read(ref _state); state < concurrency;)
        {
            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state) return true;
            state = seen;
        }

        return false;
    }

    private InvocationFault QueueFull() => new(
        FaultKind.QueueFull, Component,
        $"{name} runs {concurrency} invocations at once and {queueLength} wait already. Try again later, or raise its concurrency or queue length.",
        RetryMayHelp: true);

    private InvocationFault Refused(in AdmissionDecision decision) => decision.Reason switch
    {
        AdmissionReason.QueueFull when decision.B == queueLength => QueueFull(),
        AdmissionReason.Expired => new(FaultKind.Deadline, Component, $"{name}: the timeout passed before the invocation could begin.", RetryMayHelp: true),
        _ => new(FaultKind.QueueFull, Component, $"{name} under the policy {rule!.Policy}: {decision.Explain()} Try again later.", RetryMayHelp: true),
    };
}
