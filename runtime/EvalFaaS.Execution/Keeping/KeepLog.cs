using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>A decision of the keep-alive policy.</summary>
/// <param name="Function"><c>namespace/name@revision</c>.</param>
/// <param name="AtSeconds">When, seconds on the node's monotonic clock.</param>
/// <param name="Decision">What was decided, and why.</param>
public readonly record struct KeepRecord(string Function, double AtSeconds, KeepDecision Decision);

/// <summary>The last decisions of a keep-alive policy, in a ring of fixed size.</summary>
internal sealed class KeepLog(int capacity)
{
    private readonly KeepRecord[] _ring = new KeepRecord[capacity];

    /// <summary>Decisions made so far.</summary>
    public long Count { get; private set; }

    public void Add(in KeepRecord record) => _ring[Count++ % _ring.Length] = record;

    /// <summary>The last ones, oldest first.</summary>
    public IReadOnlyList<KeepRecord> Last(int count)
    {
        var first = Math.Max(0, Count - Math.Min(count, _ring.Length));
        var last = new KeepRecord[Count - first];
        for (var i = 0; i < last.Length; i++) last[i] = _ring[(first + i) % _ring.Length];
        return last;
    }
}
