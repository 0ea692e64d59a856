namespace EvalFaaS.Simulator.Cluster;

/// <summary>Requests in flight, a column a property; a row is used again when its request is done.</summary>
internal sealed class RequestTable
{
    private int[] _free = new int[64];
    private bool[] _taken = new bool[64];
    private int _freeCount;
    private int _rows;

    public int[] Function = new int[64];

    public double[] Arrival = new double[64];

    public double[] Work = new double[64];

    /// <summary>When it got its instance.</summary>
    public double[] Bound = new double[64];

    public int[] Attempts = new int[64];

    /// <summary>Its instance; -1 while it has none.</summary>
    public int[] Slot = new int[64];

    /// <summary>The instance's node.</summary>
    public int[] Node = new int[64];

    /// <summary>Whether its instance dies at the end of its work.</summary>
    public bool[] Crashes = new bool[64];

    /// <summary>Which attempt of which request the row holds; what was planned for an earlier one is void.</summary>
    public int[] Stamp = new int[64];

    public int Take(int function, double arrival, double work)
    {
        if (_freeCount == 0 && _rows == Function.Length) Grow(2 * _rows);
        var row = _freeCount > 0 ? _free[--_freeCount] : _rows++;
        (Function[row], Arrival[row], Work[row], Attempts[row], Slot[row], _taken[row]) = (function, arrival, work, 1, -1, true);
        return row;
    }

    public void Release(int row)
    {
        Stamp[row]++;
        _taken[row] = false;
        _free[_freeCount++] = row;
    }

    /// <summary>Rows of an instance's requests.</summary>
    public List<int> At(int function, int slot) => [.. Enumerable.Range(0, _rows).Where(r => _taken[r] && Function[r] == function && Slot[r] == slot)];

    /// <summary>Rows in use of requests with an instance on a node.</summary>
    public List<int> On(int node) => [.. Enumerable.Range(0, _rows).Where(r => _taken[r] && Slot[r] >= 0 && Node[r] == node)];

    /// <summary>How long those of a function together have been in flight.</summary>
    public double InFlightUntil(double now, int function)
    {
        var sum = 0.0;
        for (var row = 0; row < _rows; row++)
            if (_taken[row] && Function[row] == function) sum += now - Arrival[row];
        return sum;
    }

    private void Grow(int length)
    {
        Array.Resize(ref _free, length);
        Array.Resize(ref _taken, length);
        Array.Resize(ref Function, length);
        Array.Resize(ref Arrival, length);
        Array.Resize(ref Work, length);
        Array.Resize(ref Bound, length);
        Array.Resize(ref Attempts, length);
        Array.Resize(ref Slot, length);
        Array.Resize(ref Node, length);
        Array.Resize(ref Crashes, length);
        Array.Resize(ref Stamp, length);
    }
}
