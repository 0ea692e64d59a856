namespace EvalFaaS.Harness.Load;

/// <summary>Closed loop: each user's next request is due when its last one ended, after its think time.</summary>
internal sealed class ClosedPacer : IPacer
{
    private readonly PriorityQueue<int, long> _ready;
    private readonly ThinkTime? _think;
    private readonly Random _random;
    private readonly long _end;

    public ClosedPacer(int users, ThinkTime? think, Random random, long beginNs, long endNs)
    {
        (_think, _random, _end) = (think, random, endNs);
        _ready = new PriorityQueue<int, long>(users);
        // Users that think do not all begin at once, or they would go on in step.
        for (var i = 0; i < users; i++) _ready.Enqueue(0, beginNs + (think is null ? 0 : (long)(random.NextDouble() * think.Mean.TotalNanoseconds)));
    }

    public long DueNs => _ready.TryPeek(out _, out var due) && due < _end ? due : IArrivals.Never;

    public long? Take()
    {
        _ready.TryDequeue(out _, out var due);
        return _think is null ? null : due;
    }

    public void Ended(long nowNs) => _ready.Enqueue(0, nowNs + (_think?.DrawNs(_random) ?? 0));

    public bool IsOver(long nowNs) => nowNs >= _end;
}
