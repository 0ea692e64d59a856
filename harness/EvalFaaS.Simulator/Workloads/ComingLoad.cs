namespace EvalFaaS.Simulator.Workloads;

/// <summary>How many invocations will run at a time, each from its arrival on: worked out ahead, as far as somebody asks.</summary>
/// <remarks>For each level it keeps the arrivals to come that bring the load up to it, in their order. What lies in the past is dropped, so that memory goes with how far ahead was asked and not with how long it takes.</remarks>
/// <param name="arrivals">The arrivals, not begun.</param>
internal sealed class ComingLoad(Arrivals arrivals)
{
    private readonly List<Queue<(double Time, long Number)>> _rises = [];
    private readonly PriorityQueue<double, double> _ends = new();
    private double _next = arrivals.Next();
    private long _number;

    /// <summary>When the load next rises to a level, by an arrival of which not more than so many came before; infinite where not until then.</summary>
    public double Reaches(int level, double now, long seen, double until)
    {
        var rises = Of(level);
        while (true)
        {
            // Of one moment, those that were seen are past.
            while (rises.TryPeek(out var first) && (first.Time < now || first.Time == now && first.Number <= seen)) rises.Dequeue();
            if (rises.TryPeek(out var rise)) return rise.Time <= until ? rise.Time : double.PositiveInfinity;
            if (_next > until || double.IsPositiveInfinity(_next)) return double.PositiveInfinity;
            Arrive(now);
        }
    }

    private void Arrive(double now)
    {
        // Of one moment, ends come first.
        while (_ends.TryPeek(out _, out var end) && end <= _next) _ends.Dequeue();
        var last = _next + arrivals.Work();
        _ends.Enqueue(last, last);
        var rises = Of(_ends.Count);
        while (rises.TryPeek(out var first) && first.Time < now) rises.Dequeue();
        rises.Enqueue((_next, ++_number));
        _next = arrivals.Next();
    }

    private Queue<(double Time, long Number)> Of(int level)
    {
        while (_rises.Count < level) _rises.Add(new Queue<(double, long)>());
        return _rises[level - 1];
    }
}
