using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>One invocation, as it is played again.</summary>
/// <param name="AtNs">When it was admitted, ns on the node's monotonic clock.</param>
/// <param name="DurationNs">From there to the end of its response.</param>
/// <param name="Function">Its function's number.</param>
/// <param name="StartState">What it found.</param>
/// <param name="Cause">Why not more.</param>
internal readonly record struct RecordedArrival(long AtNs, long DurationNs, int Function, StartState StartState, ColdCause Cause);

/// <summary>The last invocations that ended, in a ring that grows as it is filled.</summary>
internal sealed class ArrivalRecording(int capacity)
{
    private readonly List<RecordedArrival> _ring = [];
    private int _next;

    /// <summary>Adds one.</summary>
    public void Add(int function, in KeepEvent ended)
    {
        if (capacity == 0) return;
        var arrival = new RecordedArrival(ended.ArrivedNs, ended.AtNs - ended.ArrivedNs, function, ended.StartState, ended.Cause);
        if (_ring.Count < capacity) _ring.Add(arrival);
        else _ring[_next] = arrival;
        _next = (_next + 1) % capacity;
    }

    /// <summary>All that are kept of the time since then, in the order in which they ended.</summary>
    public List<RecordedArrival> Since(long ns)
    {
        var first = _ring.Count < capacity ? 0 : _next;
        var all = new List<RecordedArrival>(_ring.Count);
        for (var i = 0; i < _ring.Count; i++)
            if (_ring[(first + i) % _ring.Count] is var arrival && arrival.AtNs >= ns) all.Add(arrival);
        return all;
    }
}
