namespace EvalFaaS.Simulator.OneFunction;

/// <summary>What is known of each living instance, a column a property; a slot is used again when its instance is gone.</summary>
internal sealed class InstanceTable
{
    private int[] _free = new int[64];
    private int _freeCount;
    private int _slots;

    /// <summary>Slots that have ever been used.</summary>
    public int Slots => _slots;

    /// <summary>Invocations that each instance has.</summary>
    public int[] Load = new int[64];

    /// <summary>When it is ready to work: later than now while it starts, infinite where there is no instance.</summary>
    public double[] ReadyAt = new double[64];

    /// <summary>When it is unloaded if it stays idle.</summary>
    public double[] Deadline = new double[64];

    /// <summary>When the platform replaces it.</summary>
    public double[] EndOfLife = new double[64];

    /// <summary>When its pending timer rings; infinite where none is pending.</summary>
    public double[] TimerAt = new double[64];

    /// <summary>Which timer is the valid one.</summary>
    public int[] TimerStamp = new int[64];

    /// <summary>Which instance in turn has the slot.</summary>
    public int[] Life = new int[64];

    /// <summary>A slot for a new instance.</summary>
    public int Take(double readyAt, double endOfLife)
    {
        if (_freeCount == 0 && _slots == Load.Length) Grow(2 * _slots);
        var slot = _freeCount > 0 ? _free[--_freeCount] : _slots++;
        Load[slot] = 0;
        ReadyAt[slot] = readyAt;
        Deadline[slot] = double.PositiveInfinity;
        EndOfLife[slot] = endOfLife;
        TimerAt[slot] = double.PositiveInfinity;
        return slot;
    }

    /// <summary>Whether the slot holds an instance.</summary>
    public bool Lives(int slot) => !double.IsPositiveInfinity(ReadyAt[slot]);

    /// <summary>The slot's instance is gone; what was to happen to it is void.</summary>
    public void Release(int slot)
    {
        Life[slot]++;
        ReadyAt[slot] = double.PositiveInfinity;
        TimerStamp[slot]++;
        _free[_freeCount++] = slot;
    }

    private void Grow(int length)
    {
        Array.Resize(ref _free, length);
        Array.Resize(ref Load, length);
        Array.Resize(ref ReadyAt, length);
        Array.Resize(ref Deadline, length);
        Array.Resize(ref EndOfLife, length);
        Array.Resize(ref TimerAt, length);
        Array.Resize(ref TimerStamp, length);
        Array.Resize(ref Life, length);
    }
}
