namespace EvalFaaS.Policies;

/// <summary>The memory that idle instances hold together, and who goes first when it is more than it may be.</summary>
/// <remarks>Allocates only to grow. Not safe for concurrent use.</remarks>
/// <typeparam name="T">What stands for an instance with the executor.</typeparam>
/// <param name="boundMiB">What they may hold, MiB; infinite where only the machine bounds it.</param>
public sealed class IdleMemory<T>(double boundMiB)
{
    private readonly EvictionQueue _queue = new();
    private readonly List<(T Owner, double MiB)> _members = [];
    private readonly Stack<int> _free = [];
    private double _heldMiB;

    /// <summary>Whether they hold more than they may.</summary>
    public bool IsOverBound => _heldMiB > boundMiB;

    /// <summary>Counts an instance that has become idle.</summary>
    /// <param name="owner">The instance.</param>
    /// <param name="priority">The lowest goes first; of equal ones the one added first.</param>
    /// <param name="memoryMiB">What it holds, MiB.</param>
    /// <returns>Its place, for <see cref="Remove"/>, until it is removed or evicted.</returns>
    public int Add(T owner, double priority, double memoryMiB)
    {
        if (!_free.TryPop(out var place))
        {
            place = _members.Count;
            _members.Add(default);
        }

        _members[place] = (owner, memoryMiB);
        _heldMiB += memoryMiB;
        _queue.Add(place, priority);
        return place;
    }

    /// <summary>Counts it no longer: it works, or is gone.</summary>
    public void Remove(int place)
    {
        if (_queue.Remove(place)) Free(place);
    }

    /// <summary>Takes out the one that goes first, or false where there is none.</summary>
    public bool TryEvict(out T owner, out double priority)
    {
        if (!_queue.TryTake(out var place, out priority))
        {
            owner = default!;
            return false;
        }

        owner = _members[place].Owner;
        Free(place);
        return true;
    }

    private void Free(int place)
    {
        // Rounding must not add up to a bound that is passed by nothing.
        _heldMiB = _queue.Count == 0 ? 0 : _heldMiB - _members[place].MiB;
        _members[place] = default;
        _free.Push(place);
    }
}
