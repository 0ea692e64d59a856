using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The ledgers of the last invocations, in a ring of fixed size. Recording does not allocate; records are made when they are read.</summary>
public sealed class RecentInvocations
{
    private readonly RecentEntry[] _ring;
    private readonly ImmutableArray<string> _sites = [Environment.MachineName];
    private long _written;

    internal RecentInvocations(int size)
    {
        _ring = new RecentEntry[size];
        for (var i = 0; i < size; i++) _ring[i] = new RecentEntry();
    }

    /// <summary>The last ones, newest first.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="function">Of this function alone, or null for all.</param>
    public IReadOnlyList<LedgerRecord> Last(int count, FunctionName? function = null)
    {
        var found = new List<LedgerRecord>();
        var newest = Volatile.Read(ref _written);
        for (var i = newest - 1; i >= Math.Max(0, newest - _ring.Length) && found.Count < count; i--)
            if (_ring[i % _ring.Length].Read(_sites, function, null) is { } record) found.Add(record);
        return found;
    }

    /// <summary>The one of this id, or null where it is not kept any more.</summary>
    public LedgerRecord? Find(string invocationId)
    {
        foreach (var entry in _ring)
            if (entry.Read(_sites, null, invocationId) is { } record) return record;
        return null;
    }

    internal void Add(Invocation invocation) => _ring[(Interlocked.Increment(ref _written) - 1) % _ring.Length].Write(invocation);
}
