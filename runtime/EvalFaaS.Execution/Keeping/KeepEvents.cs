using System.Numerics;
using System.Runtime.InteropServices;

namespace EvalFaaS.Execution;

/// <summary>Takes events from any number of threads and gives them to one, in the order of time.</summary>
/// <remarks>Each core has a list of its own, so that on the way of a request an event costs a lock that nobody else holds and a write into memory that is there already.</remarks>
internal sealed class KeepEvents
{
    private readonly Stripe[] _stripes;
    private readonly List<KeepEvent> _drained = [];
    private readonly List<long> _order = [];

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
        // All at once: an invocation's end must not be seen before its arrival, which may lie in another core's list.
        foreach (var stripe in _stripes) Monitor.Enter(stripe);
        foreach (var stripe in _stripes)
        {
            stripe.Take();
            Monitor.Exit(stripe);
        }

        _drained.Clear();
        foreach (var stripe in _stripes)
        {
            _drained.AddRange(stripe.Taken);
            stripe.Taken.Clear();
        }

        var drained = CollectionsMarshal.AsSpan(_drained);
        Sort(drained);
        return drained;
    }

    // By numbers, since a busy node has a hundred thousand events a second. Of one moment, arrivals come first.
    private void Sort(Span<KeepEvent> events)
    {
        CollectionsMarshal.SetCount(_order, events.Length);
        var order = CollectionsMarshal.AsSpan(_order);
        for (var i = 0; i < events.Length; i++) order[i] = (events[i].AtNs << 2) | (byte)events[i].Kind;
        order.Sort(events);
    }

    private sealed class Stripe
    {
        // Room for a second of a node that is not busy; one that is busy lets it grow once, since what was taken leaves its room behind.
        public List<KeepEvent> Events { get; private set; } = new(4_096);

        /// <summary>What was taken last.</summary>
        public List<KeepEvent> Taken { get; private set; } = [];

        /// <summary>Takes what there is; under its lock, and when what was taken last is used up.</summary>
        public void Take() => (Events, Taken) = (Taken, Events);
    }
}
