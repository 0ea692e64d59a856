using System.Numerics;

namespace EvalFaaS.Execution;

/// <summary>Takes events from any number of threads and gives them to one, in the order of time.</summary>
/// <remarks>Each core has a list of its own, so that on the way of a request an event costs a lock that nobody else holds and a write into memory that is there already.</remarks>
internal sealed class KeepEvents
{
    private readonly Stripe[] _stripes;
    private readonly List<KeepEvent> _drained = [];

    public KeepEvents(int cores)
    {
        _stripes = new Stripe[(int)BitOperations.RoundUpToPowerOf2((uint)cores)];
        for (var i = 0; i < _stripes.Length; i++) _stripes[i] = new Stripe();
    }

    /// <summary>Adds an event.</summary>
    public void Add(in KeepEvent happened)
    {
        var stripe = _stripes[Thread.GetCurrentProcessorId() & (_stripes.Length - 1)];
        lock (stripe) stripe.Events.Add(happened);
    }

    /// <summary>Takes all that there are, oldest first; valid until the next call. One thread at a time.</summary>
    public ReadOnlySpan<KeepEvent> Drain()
    {
        _drained.Clear();
        // All at once: an invocation's end must not be seen before its arrival, which may lie in another core's list.
        foreach (var stripe in _stripes) Monitor.Enter(stripe);
        foreach (var stripe in _stripes)
        {
            _drained.AddRange(stripe.Events);
            stripe.Events.Clear();
            Monitor.Exit(stripe);
        }

        // Of one moment, arrivals come first.
        _drained.Sort(static (a, b) => a.AtNs != b.AtNs ? a.AtNs.CompareTo(b.AtNs) : a.Kind.CompareTo(b.Kind));
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_drained);
    }

    private sealed class Stripe
    {
        // Room for a second of a node that is not busy; one that is busy lets it grow once, since what was taken leaves its room behind.
        public readonly List<KeepEvent> Events = new(4_096);
    }
}
