using System.Numerics;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>By the time of creation: a bit for each instance in the order in which they were made, and a bit for each word of those that is not empty.</summary>
/// <remarks>Places of instances that are gone stay empty until the row is full; then it is closed up, which costs a constant amount an instance made.</remarks>
internal sealed class CreationSet(bool newest) : AvailableSet
{
    private const int Empty = -1;
    private int[] _slotAt = new int[128];
    private int[] _placeOf = new int[64];
    private ulong[] _bits = new ulong[2];
    private ulong[] _words = new ulong[1];
    private int _next;
    private int _living;

    public override int First()
    {
        if (newest)
        {
            for (var w = _words.Length - 1; w >= 0; w--)
                if (_words[w] != 0)
                {
                    var word = (w << 6) + BitOperations.Log2(_words[w]);
                    return _slotAt[(word << 6) + BitOperations.Log2(_bits[word])];
                }

            return -1;
        }

        for (var w = 0; w < _words.Length; w++)
            if (_words[w] != 0)
            {
                var word = (w << 6) + BitOperations.TrailingZeroCount(_words[w]);
                return _slotAt[(word << 6) + BitOperations.TrailingZeroCount(_bits[word])];
            }

        return -1;
    }

    public override void Created(int slot)
    {
        if (_next == _slotAt.Length) CloseUp();
        if (slot >= _placeOf.Length) Array.Resize(ref _placeOf, 2 * slot);
        _slotAt[_next] = slot;
        _placeOf[slot] = _next++;
        _living++;
    }

    public override void Gone(int slot)
    {
        _slotAt[_placeOf[slot]] = Empty;
        _living--;
    }

    public override void Add(int slot) => Set(_placeOf[slot]);

    public override void Remove(int slot)
    {
        var place = _placeOf[slot];
        var word = place >> 6;
        _bits[word] &= ~(1UL << place);
        if (_bits[word] == 0) _words[word >> 6] &= ~(1UL << word);
    }

    private void Set(int place)
    {
        var word = place >> 6;
        _bits[word] |= 1UL << place;
        _words[word >> 6] |= 1UL << word;
    }

    private void CloseUp()
    {
        if (2 * _living > _slotAt.Length) Grow();
        var to = 0;
        for (var from = 0; from < _next; from++)
        {
            var slot = _slotAt[from];
            if (slot == Empty) continue;
            var available = (_bits[from >> 6] >> from & 1) != 0;
            if (available) Remove(slot);
            _slotAt[to] = slot;
            _placeOf[slot] = to;
            if (available) Set(to);
            to++;
        }

        _next = to;
    }

    private void Grow()
    {
        Array.Resize(ref _slotAt, 2 * _slotAt.Length);
        Array.Resize(ref _bits, _slotAt.Length >> 6);
        Array.Resize(ref _words, (_bits.Length + 63) >> 6);
    }
}
