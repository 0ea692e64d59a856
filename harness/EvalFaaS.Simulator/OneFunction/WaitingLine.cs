namespace EvalFaaS.Simulator.OneFunction;

/// <summary>Invocations that wait, first come, first served: a ring that grows to the most that ever wait.</summary>
internal sealed class WaitingLine
{
    private (double Arrival, double Work)[] _ring = new (double, double)[64];
    private int _head;

    public int Count { get; private set; }

    public void Add(double arrival, double work)
    {
        if (Count == _ring.Length) Grow();
        _ring[(_head + Count++) & (_ring.Length - 1)] = (arrival, work);
    }

    public (double Arrival, double Work) Take()
    {
        var first = _ring[_head];
        _head = (_head + 1) & (_ring.Length - 1);
        Count--;
        return first;
    }

    /// <summary>How long all together have waited until now.</summary>
    public double WaitedUntil(double now)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++) sum += now - _ring[(_head + i) & (_ring.Length - 1)].Arrival;
        return sum;
    }

    private void Grow()
    {
        var longer = new (double, double)[2 * _ring.Length];
        for (var i = 0; i < Count; i++) longer[i] = _ring[(_head + i) & (_ring.Length - 1)];
        _ring = longer;
        _head = 0;
    }
}
