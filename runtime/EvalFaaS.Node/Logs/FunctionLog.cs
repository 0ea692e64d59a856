using System.Text;
using EvalFaaS.Engines;

namespace EvalFaaS.Node.Logs;

/// <summary>What guests logged lately: a ring of fixed size for the whole node, so that a function that floods costs nothing but the others' history.</summary>
internal sealed class FunctionLog(TimeProvider time, int capacity)
{
    private readonly Lock _lock = new();
    private readonly LogEntry[] _ring = new LogEntry[capacity];
    private long _next;

    /// <summary>Keeps an entry.</summary>
    public void Add(string revision, string invocation, GuestLogLevel level, ReadOnlySpan<byte> utf8)
    {
        var entry = new LogEntry(0, time.GetUtcNow(), revision, invocation, level, Encoding.UTF8.GetString(utf8));
        lock (_lock)
        {
            _ring[_next % capacity] = entry with { Sequence = _next + 1 };
            _next++;
        }
    }

    /// <summary>Entries after a sequence number, oldest first, at most so many (the newest).</summary>
    /// <param name="function"><c>namespace/name</c>; null for all.</param>
    /// <param name="after">Sequence number of the last entry already seen; 0 for all kept.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<LogEntry> Read(string? function, long after, int count)
    {
        var prefix = function + "@";
        var found = new List<LogEntry>();
        lock (_lock)
        {
            for (var i = _next - 1; i >= Math.Max(after, _next - capacity) && found.Count < count; i--)
            {
                var entry = _ring[i % capacity];
                if (function is null || entry.Revision.StartsWith(prefix, StringComparison.Ordinal)) found.Add(entry);
            }
        }

        found.Reverse();
        return found;
    }
}

/// <summary>Something a guest logged or wrote to stderr.</summary>
/// <param name="Sequence">Counts from 1 in the node's life.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Revision"><c>namespace/name@revision</c>.</param>
/// <param name="Invocation">The invocation's id.</param>
/// <param name="Level">How grave.</param>
/// <param name="Text">What; stderr comes in the pieces in which it was written.</param>
internal sealed record LogEntry(long Sequence, DateTimeOffset Time, string Revision, string Invocation, GuestLogLevel Level, string Text);
