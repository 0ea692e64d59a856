namespace EvalFaaS.Policies;

/// <summary>The idle instances in the order in which they go when memory is short: lowest priority first, of equal ones the one idle longest.</summary>
/// <remarks>A binary heap over the executor's dense instance numbers. Adding, removing and taking cost O(log n) and allocate only to grow. Not safe for concurrent use.</remarks>
public sealed class EvictionQueue
{
    private Entry[] _heap = [];
    private int[] _places = [];
    private long _turn;

    /// <summary>How many are idle.</summary>
    public int Count { get; private set; }

    /// <summary>Whether an instance is in the queue.</summary>
    public bool Contains(int instance) => instance < _places.Length && _places[instance] > 0;

    /// <summary>Puts an instance in. Each only once.</summary>
    /// <exception cref="ArgumentException">It is in already.</exception>
    public void Add(int instance, double priority)
    {
        if (Contains(instance)) throw new ArgumentException($"Instance {instance} is in the queue already.", nameof(instance));
        FunctionTable.Reach(ref _heap, Count);
        FunctionTable.Reach(ref _places, instance);
        Up(Count++, new Entry(priority, _turn++, instance));
    }

    /// <summary>Takes an instance out, because it was used or its window ended.</summary>
    /// <returns>Whether it was in.</returns>
    public bool Remove(int instance)
    {
        if (!Contains(instance)) return false;
        TakeAt(_places[instance] - 1);
        return true;
    }

    /// <summary>Takes out the one that goes first.</summary>
    public bool TryTake(out int instance, out double priority)
    {
        (instance, priority) = (-1, 0);
        if (Count == 0) return false;
        (instance, priority) = (_heap[0].Instance, _heap[0].Priority);
        TakeAt(0);
        return true;
    }

    private void TakeAt(int at)
    {
        _places[_heap[at].Instance] = 0;
        var last = _heap[--Count];
        if (at == Count) return;
        if (at > 0 && last.IsBefore(_heap[(at - 1) / 2])) Up(at, last);
        else Down(at, last);
    }

    private void Up(int at, Entry entry)
    {
        for (; at > 0 && entry.IsBefore(_heap[(at - 1) / 2]); at = (at - 1) / 2) Set(at, _heap[(at - 1) / 2]);
        Set(at, entry);
    }

    private void Down(int at, Entry entry)
    {
        for (var child = 2 * at + 1; child < Count; child = 2 * at + 1)
        {
            if (child + 1 < Count && _heap[child + 1].IsBefore(_heap[child])) child++;
            if (!_heap[child].IsBefore(entry)) break;
            Set(at, _heap[child]);
            at = child;
        }

        Set(at, entry);
    }

    private void Set(int at, Entry entry) => (_heap[at], _places[entry.Instance]) = (entry, at + 1);

    private readonly record struct Entry(double Priority, long Turn, int Instance)
    {
        public bool IsBefore(in Entry other) => Priority < other.Priority || Priority == other.Priority && Turn < other.Turn;
    }
}
