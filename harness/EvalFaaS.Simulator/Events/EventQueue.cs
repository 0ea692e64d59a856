namespace EvalFaaS.Simulator.Events;

/// <summary>Future events, the earliest first: a binary heap in one array. It grows to the most events that are ever pending and allocates nothing from then on.</summary>
/// <remarks>Few events are pending at a time (a completion for each running invocation, a timer for each instance), so the heap stays in the first-level cache, where it beats calendar queues.</remarks>
public sealed class EventQueue
{
    private SimEvent[] _events = new SimEvent[64];
    private ulong _sequence;

    /// <summary>Pending events.</summary>
    public int Count { get; private set; }

    /// <summary>The time of the earliest; infinite where there is none.</summary>
    public double NextTime => Count == 0 ? double.PositiveInfinity : _events[0].Time;

    /// <summary>The rank of the earliest; 63 where there is none.</summary>
    public int NextRank => Count == 0 ? 63 : _events[0].Rank;

    /// <summary>All pending events, in no order.</summary>
    public ReadOnlySpan<SimEvent> Pending => _events.AsSpan(0, Count);

    /// <summary>Schedules an event.</summary>
    /// <param name="time">When.</param>
    /// <param name="rank">What goes first among events of one time, 0 to 63; events of one rank go in the order of scheduling.</param>
    /// <param name="value">A number for the event.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="stamp">Which life of the subject.</param>
    public void Add(double time, int rank, double value, int subject, int stamp = 0)
    {
        if (Count == _events.Length) Array.Resize(ref _events, 2 * Count);
        var events = _events;
        var added = new SimEvent(time, SimEvent.OrderOf(rank, _sequence++), value, subject, stamp);
        var hole = Count++;
        while (hole > 0)
        {
            var parent = (hole - 1) >> 1;
            if (!Before(added, events[parent])) break;
            events[hole] = events[parent];
            hole = parent;
        }

        events[hole] = added;
    }

    /// <summary>Takes the earliest; there must be one.</summary>
    public SimEvent Take()
    {
        var events = _events;
        var first = events[0];
        var last = events[--Count];
        var hole = 0;
        var count = Count;
        while (true)
        {
            var child = 2 * hole + 1;
            if (child >= count) break;
            if (child + 1 < count && Before(events[child + 1], events[child])) child++;
            if (!Before(events[child], last)) break;
            events[hole] = events[child];
            hole = child;
        }

        events[hole] = last;
        return first;
    }

    /// <summary>Takes all, in no order.</summary>
    public SimEvent[] TakeAll()
    {
        var all = Pending.ToArray();
        Count = 0;
        return all;
    }

    private static bool Before(in SimEvent a, in SimEvent b) => a.Time < b.Time || (a.Time == b.Time && a.Order < b.Order);
}
