namespace EvalFaaS.Harness.Load;

/// <summary>The generator's loop; lives on one thread. It says which request is due when; what becomes of it is the exchanges' part.</summary>
internal sealed class LoadLoop : IDisposable
{
    private const long LongestWaitNs = 5_000_000;
    private readonly LoadPlan _plan;
    private readonly MonotonicClock _clock;
    private readonly Exchanges _exchanges;
    private readonly RequestMix _mix;
    private IPacer _pacer = null!;
    private long _nextTimeoutLook;

    public LoadLoop(LoadPlan plan, MonotonicClock clock)
    {
        (_plan, _clock) = (plan, clock);
        _mix = new RequestMix(plan.Requests, new Random(plan.Seed));
        _exchanges = new Exchanges(plan, clock, now => _pacer.Ended(now));
    }

    public LoadResult Run(CancellationToken cancellation)
    {
        _exchanges.Open();
        var before = ThreadAccount.Read();
        var begin = _clock.NowNs;
        var end = begin + (long)_plan.Duration.TotalNanoseconds;
        _pacer = _plan.Arrivals is { } arrivals ? new OpenPacer(arrivals, begin, end) : new ClosedPacer(_plan.Connections, _plan.Think, new Random(_plan.Seed ^ 0x7417), begin, end);
        var left = _plan.MaximumRequests ?? int.MaxValue;
        while (!cancellation.IsCancellationRequested)
        {
            var now = _clock.NowNs;
            var waiting = _exchanges.ServeWaiting();
            // A target that is gone fails at once: a loop that goes on asking would only count its own speed.
            var stopped = left == 0 || _exchanges.LostInARow >= _plan.MostLostInARow;
            for (; !stopped && left > 0 && _pacer.DueNs <= now; left--) Begin();
            if (!_exchanges.Any && waiting == 0 && (stopped || left == 0 || _pacer.IsOver(now))) break;
            if (now >= _nextTimeoutLook) FailLate(now);
            _exchanges.Wait(Math.Min(stopped ? LongestWaitNs : _pacer.DueNs - now, LongestWaitNs), waiting > 0);
        }

        _exchanges.Cut();
        return new LoadResult { Samples = _exchanges.Samples, BeginNs = begin, EndNs = _clock.NowNs, Generator = ThreadAccount.Read() - before, Reconnects = _exchanges.Reconnects, SentBytes = _exchanges.SentBytes, ReceivedBytes = _exchanges.ReceivedBytes };
    }

    public void Dispose() => _exchanges.Dispose();

    private void Begin()
    {
        var named = _pacer.DueRequest;
        var intended = _pacer.Take();
        var (request, size) = named is { } number ? (number, _mix.SizeOf(number)) : _mix.Next();
        _exchanges.Begin(intended, request, size);
    }

    private void FailLate(long now)
    {
        _nextTimeoutLook = now + 50_000_000;
        _exchanges.FailLate(now);
    }
}
