using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>The memory of what is kept and idle, bounded where the policy bounds it.</summary>
internal sealed class IdleMemory(double boundMiB)
{
    private readonly EvictionQueue _queue = new();
    private readonly Dictionary<KeptFunction, int> _places = [];
    private readonly List<(KeptFunction Function, double MiB)> _members = [];
    private readonly Stack<int> _free = [];
    private double _held;

    /// <summary>Counts an idle function, or gives it another priority.</summary>
    public void Add(KeptFunction function, double priority)
    {
        if (double.IsPositiveInfinity(boundMiB)) return;
        Remove(function);
        if (!function.Keeps) return;
        var place = _free.Count > 0 ? _free.Pop() : _members.Count;
        if (place == _members.Count) _members.Add(default);
        _members[place] = (function, function.Traits.MemoryMiB);
        _places[function] = place;
        _held += function.Traits.MemoryMiB;
        _queue.Add(place, priority);
    }

    /// <summary>Counts it no longer: it runs, or is not kept any more.</summary>
    public void Remove(KeptFunction function)
    {
        if (!_places.TryGetValue(function, out var place)) return;
        _queue.Remove(place);
        Free(place);
    }

    /// <summary>Takes out the one that goes first, while the bound is passed.</summary>
    public bool TryEvict(out KeptFunction function, out double priority)
    {
        (function, priority) = (null!, 0);
        if (_held <= boundMiB || !_queue.TryTake(out var place, out priority)) return false;
        function = _members[place].Function;
        Free(place);
        return true;
    }

    private void Free(int place)
    {
        var (function, size) = _members[place];
        _members[place] = default;
        _places.Remove(function);
        _free.Push(place);
        // Rounding must not add up to a bound that is passed by nothing.
        _held = _places.Count == 0 ? 0 : _held - size;
    }
}
