using System.ComponentModel;
using System.Runtime.InteropServices;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>The generator's loop; lives on one thread. It brings together when requests are due, what they are, and the connections that they go over.</summary>
internal sealed unsafe class LoadLoop : IDisposable
{
    /// <summary>This close to the next start the loop no longer sleeps: a thread that sleeps is woken tens of µs late.</summary>
    private const long SpinNs = 150_000;
    private const long LongestWaitNs = 5_000_000;
    private const int LostInARow = 1_000;

    /// <summary>A request that finds no free connection waits for the target, if the generator is idle for at least this share of its wait; else the generator is what is slow.</summary>
    private const double IdleShare = 0.1;
    private const int Batch = 64;

    /// <summary>Requests that may wait before a queue has to grow in the middle of the load.</summary>
    private const int Backlog = 1 << 14;
    private readonly LoadPlan _plan;
    private readonly MonotonicClock _clock;
    private readonly LoadRequest[] _requests;
    private readonly LoadRequest[] _closing;
    private readonly ConnectionGroup[] _groups;
    private readonly ConnectionGroup[] _groupOf;
    private readonly Connection[] _connections;
    private readonly RequestMix _mix;
    private readonly SampleList _samples = new();
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly int _epoll;
    private IPacer _pacer = null!;
    private int _busy;
    private int _reconnects;
    private int _lostInARow;
    private long _idleNs;
    private long _nextTimeoutLook;

    public LoadLoop(LoadPlan plan, MonotonicClock clock)
    {
        (_plan, _clock) = (plan, clock);
        _epoll = Libc.EpollCreate(Libc.CloseOnExec);
        if (_epoll < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        _requests = [.. plan.Requests];
        _closing = [.. plan.Requests.Select(r => r with { Bytes = HttpRequestBytes.Closing(r.Bytes.Span) })];
        _mix = new RequestMix(_requests, new Random(plan.Seed));
        _groups = [.. _requests.Select(r => r.Address).Distinct().Select(a => new ConnectionGroup(a, plan.Connections, Math.Min(plan.MaximumRequests ?? Backlog, Backlog)))];
        _groupOf = [.. _requests.Select(r => _groups.First(g => g.Address.Equals(r.Address)))];
        var longestHead = _closing.Max(r => r.Payload is null ? 0 : r.Bytes.Length);
        _connections = [.. _groups.SelectMany(g => Enumerable.Repeat(g, plan.Connections)).Select((g, i) => new Connection(g, i, _epoll, longestHead, plan.RequestsPerConnection ?? int.MaxValue))];
    }

    public LoadResult Run(CancellationToken cancellation)
    {
        foreach (var connection in _connections.Reverse())
        {
            if (_plan.RequestsPerConnection != 1) connection.OpenNow((int)_plan.Timeout.TotalMilliseconds);
            connection.Group.Release(connection);
        }

        if (_plan.Sink is null) _samples.Reserve(Math.Min(_plan.MaximumRequests ?? 1 << 17, 1 << 20));
        var cpu = ThreadPlacement.CpuNs();
        var begin = _clock.NowNs;
        var end = begin + (long)_plan.Duration.TotalNanoseconds;
        _pacer = _plan.Arrivals is { } arrivals ? new OpenPacer(arrivals, begin, end) : new ClosedPacer(_plan.Connections, _plan.Think, new Random(_plan.Seed ^ 0x7417), begin, end);
        var left = _plan.MaximumRequests ?? int.MaxValue;
        while (!cancellation.IsCancellationRequested)
        {
            var now = _clock.NowNs;
            var waiting = ServeWaiting();
            // A target that is gone fails at once: a loop that goes on asking would only count its own speed.
            var stopped = left == 0 || _lostInARow >= LostInARow;
            for (; !stopped && left > 0 && _pacer.DueNs <= now; left--) Begin();
            if (_busy == 0 && waiting == 0 && (stopped || left == 0 || _pacer.IsOver(now))) break;
            if (now >= _nextTimeoutLook) FailLate(now);
            Wait(Math.Min(stopped ? LongestWaitNs : _pacer.DueNs - now, LongestWaitNs), waiting > 0);
        }

        foreach (var connection in _connections)
            if (connection.IsBusy) End(connection, LoadOutcome.Cut, close: true);
        return new LoadResult { Samples = _samples, BeginNs = begin, EndNs = _clock.NowNs, GeneratorCpuNs = ThreadPlacement.CpuNs() - cpu, Reconnects = _reconnects };
    }

    private int ServeWaiting()
    {
        var waiting = 0;
        foreach (var group in _groups)
        {
            while (group.TryServe(out var due, out var connection)) Issue(connection, due);
            waiting += group.Waiting;
        }

        return waiting;
    }

    private void Begin()
    {
        var intended = _pacer.Take();
        var (request, size) = _mix.Next();
        var due = new DueRequest(intended, request, size, _idleNs);
        if (_groupOf[request].Take() is { } free) Issue(free, due);
        else _groupOf[request].Wait(due);
    }

    private void Issue(Connection connection, DueRequest due)
    {
        if (connection.IsLost) _reconnects++;
        connection.Prepare(_requests[due.Request], _closing[due.Request], due.Size);
        connection.IsBusy = true;
        if (_plan.Sink is null) connection.Place = _samples.Add();
        _busy++;
        var now = _clock.NowNs;
        connection.Sample = new LoadSample { IntendedNs = due.IntendedNs ?? now, IssuedNs = now, WaitedForConnection = IsTargetsWait(due, now), Request = (short)due.Request };
        if (!connection.Send()) End(connection, LoadOutcome.ConnectionLost, close: true);
    }

    private bool IsTargetsWait(DueRequest due, long now) => _idleNs > due.IdleNs && _idleNs - due.IdleNs >= IdleShare * (now - due.IntendedNs);

    private void Wait(long ns, bool backlog)
    {
        var events = stackalloc Libc.EpollEvent[Batch];
        Libc.TimeSpec none = default, timeout = new() { Nanoseconds = ns >= LongestWaitNs ? LongestWaitNs : Math.Max(0, ns - SpinNs) };
        var count = 0;
        // With requests waiting it matters whether there was anything to do: only then is it the target that they wait for.
        if (backlog && _clock.NowNs is var begin && (count = Libc.EpollWait(_epoll, events, Batch, &none, null)) == 0)
        {
            count = Libc.EpollWait(_epoll, events, Batch, &timeout, null);
            _idleNs += _clock.NowNs - begin;
        }
        else if (!backlog)
        {
            count = Libc.EpollWait(_epoll, events, Batch, &timeout, null);
        }

        for (var i = 0; i < count; i++) Handle(_connections[(int)events[i].Data], events[i].Events);
    }

    private void Handle(Connection connection, uint events)
    {
        if (!connection.IsBusy)
        {
            connection.Close(); // The server closed an idle connection; the next request makes it anew.
            return;
        }

        if ((events & Libc.EpollOut) != 0 && !connection.Continue())
        {
            End(connection, LoadOutcome.ConnectionLost, close: true);
            return;
        }

        if ((events & ~Libc.EpollOut) == 0) return;
        var received = connection.Receive(_buffer);
        if (received == 0) return;
        if (received > 0 && connection.Sample.FirstByteNs == 0) connection.Sample.FirstByteNs = _clock.NowNs;
        var whole = received > 0 ? connection.Answer.Take(_buffer.AsSpan(0, received)) : received == ConnectionSocket.Ended && connection.Answer.EndsHere ? true : null;
        if (whole is null && received > 0) return;
        End(
            connection,
            whole switch { null => LoadOutcome.ConnectionLost, false => LoadOutcome.BadProtocol, true => connection.Answer.Judge(connection.ExpectedStatus) },
            close: whole != true || connection.Answer.Closes || connection.IsSpent);
    }

    private void End(Connection connection, LoadOutcome outcome, bool close)
    {
        ref var sample = ref connection.Sample;
        sample.LastByteNs = _clock.NowNs;
        sample.Outcome = outcome;
        sample.Status = connection.Answer.Status;
        sample.Headers = connection.Answer.Headers;
        if (_plan.Sink is { } sink) sink.Take(sample);
        else _samples[connection.Place] = sample;
        if (close) connection.Close();
        connection.IsBusy = false;
        connection.Group.Release(connection);
        _lostInARow = outcome == LoadOutcome.ConnectionLost ? _lostInARow + 1 : 0;
        _busy--;
        _pacer.Ended(sample.LastByteNs);
    }

    private void FailLate(long now)
    {
        _nextTimeoutLook = now + 50_000_000;
        var limit = (long)_plan.Timeout.TotalNanoseconds;
        foreach (var connection in _connections)
            if (connection.IsBusy && now - connection.Sample.IssuedNs > limit) End(connection, LoadOutcome.Timeout, close: true);
    }

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
        Libc.Close(_epoll);
    }
}
