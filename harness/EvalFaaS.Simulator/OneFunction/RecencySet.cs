namespace EvalFaaS.Simulator.OneFunction;

/// <summary>By the time at which they became available: a doubly linked list through arrays.</summary>
internal sealed class RecencySet(bool newest) : AvailableSet
{
    private int[] _older = new int[64];
    private int[] _newer = new int[64];
    private int _newest = -1;
    private int _oldest = -1;

    public override int First() => newest ? _newest : _oldest;

    public override void Created(int slot)
    {
        if (slot < _older.Length) return;
        Array.Resize(ref _older, 2 * slot);
        Array.Resize(ref _newer, 2 * slot);
    }

    public override void Gone(int slot)
    {
    }

    public override void Add(int slot)
    {
        _older[slot] = _newest;
        _newer[slot] = -1;
        if (_newest >= 0) _newer[_newest] = slot;
        else _oldest = slot;
        _newest = slot;
    }

    public override void Remove(int slot)
    {
        var (older, newer) = (_older[slot], _newer[slot]);
        if (older >= 0) _newer[older] = newer;
        else _oldest = newer;
        if (newer >= 0) _older[newer] = older;
        else _newest = older;
    }
}
