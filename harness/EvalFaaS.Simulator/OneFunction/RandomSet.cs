using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>Any with equal probability: a dense array in which the last one takes the place of one that leaves.</summary>
internal sealed class RandomSet(RandomStream random) : AvailableSet
{
    private int[] _slots = new int[64];
    private int[] _places = new int[64];
    private int _count;

    public override int First() => _count == 0 ? -1 : _slots[_count == 1 ? 0 : random.Below(_count)];

    public override void Created(int slot)
    {
        if (slot < _places.Length) return;
        Array.Resize(ref _slots, 2 * slot);
        Array.Resize(ref _places, 2 * slot);
    }

    public override void Gone(int slot)
    {
    }

    public override void Add(int slot)
    {
        _places[slot] = _count;
        _slots[_count++] = slot;
    }

    public override void Remove(int slot)
    {
        var last = _slots[--_count];
        _slots[_places[slot]] = last;
        _places[last] = _places[slot];
    }
}
