namespace EvalFaaS.Execution;

/// <summary>The last records of a kind, in a ring that grows as it is filled. Not safe for several threads.</summary>
internal sealed class RecordRing<T>(int capacity)
{
    private readonly List<T> _ring = [];

    /// <summary>Records added so far.</summary>
    public long Count { get; private set; }

    public void Add(in T record)
    {
        var at = (int)(Count++ % capacity);
        if (at == _ring.Count) _ring.Add(record);
        else _ring[at] = record;
    }

    /// <summary>The last ones, oldest first.</summary>
    public IReadOnlyList<T> Last(int count)
    {
        var first = Count - Math.Min(count, _ring.Count);
        var last = new T[Count - first];
        for (var i = 0; i < last.Length; i++) last[i] = _ring[(int)((first + i) % capacity)];
        return last;
    }
}
