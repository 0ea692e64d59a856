using System.ComponentModel;
using System.Runtime.InteropServices;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>The requests under way and those that wait: issued over connections, taken in by one epoll, and noted when they end.</summary>
internal sealed unsafe class Exchanges : IDisposable
{
    /// <summary>This close to the next start the loop no longer sleeps: a thread that sleeps is woken tens of µs late.</summary>
    private const long SpinNs = 150_000;
    private const long LongestWaitNs = 5_000_000;

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
    private readonly Action<long> _ended;
    private readonly SampleList _samples = new();
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly int _epoll;
    private int _busy;
    private long _idleNs;

    public Exchanges(LoadPlan plan, MonotonicClock clock, Action<long> ended)
    {
        (_plan, _clock, _ended) = (plan, clock, ended);
        _epoll = Libc.EpollCreate(Libc.CloseOnExec);
        if (_epoll < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        _requests = [.. plan.Requests];
        _closing = [.. plan.Requests.Select(r => r with { Bytes = HttpRequestBytes.Closing(r.Bytes.Span) })];
        _groups = [.. _requests.Select(r => r.Address).Distinct().Select(a => new ConnectionGroup(a, plan.Connections, Math.Min(plan.MaximumRequests ?? Backlog, Backlog)))];
        _groupOf = [.. _requests.Select(r => _groups.First(g => g.Address.Equals(r.Address)))];
        var longestHead = _closing.Max(r => r.Payload is null ? 0 : r.Bytes.Length);
        _connections = [.. _groups.SelectMany(g => Enumerable.Repeat(g, plan.Connections)).Select((g, i) => new Connection(g, i, _epoll, longestHead, plan.RequestsPerConnection ?? int.MaxValue))];
    }

    /// <summary>Every request that was issued, unless a sink takes them.</summary>
    public SampleList Samples => _samples;

    /// <summary>Whether any is under way.</summary>
    public bool Any => _busy > 0;

    /// <summary>Bytes that all connections sent.</summary>
    public long SentBytes => _connections.Sum(c => c.SentBytes);

    /// <summary>Bytes that they received.</summary>
    public long ReceivedBytes => _connections.Sum(c => c.ReceivedBytes);

    /// <summary>Connections that had to be made anew.</summary>
    public int Reconnects { get; private set; }

    /// <summary>Connections lost since the last request that was not.</summary>
    public int LostInARow { get; private set; }

    /// <summary>Makes the connections that are kept.</summary>
    public void Open()
    {
        foreach (var connection in _connections.Reverse())
        {
            if (_plan.RequestsPerConnection != 1) connection.OpenNow((int)_plan.Timeout.TotalMilliseconds);
            connection.Group.Release(connection);
        }

        if (_plan.Sink is null) _samples.Reserve(Math.Min(_plan.MaximumRequests ?? 1 << 17, 1 << 20));
    }

    /// <summary>A request is due: it is issued, or waits for a connection.</summary>
    public void Begin(long? intendedNs, int request, int size)
    {
        var due = new DueRequest(intendedNs, request, size, _idleNs);
        if (_groupOf[request].Take() is { } free) Issue(free, due);
        else _groupOf[request].Wait(due);
    }

    /// <summary>Issues what waited and finds a connection; tells how many wait still.</summary>
    public int ServeWaiting()
    {
        var waiting = 0;
        foreach (var group in _groups)
        {
            while (group.TryServe(out var due, out var connection)) Issue(connection, due);
            waiting += group.Waiting;
        }

        return waiting;
    }

    private void Issue(Connection connection, DueRequest due)
    {
        if (connection.IsLost) Reconnects++;
        connection.Prepare(_requests[due.Request], _closing[due.Request], due.Size);
        connection.IsBusy = true;
        if (_plan.Sink is null) connection.Place = _samples.Add();
        _busy++;
        var now = _clock.NowNs;
        connection.Sample = new LoadSample { IntendedNs = due.IntendedNs ?? now, IssuedNs = now, WaitedForConnection = IsTargetsWait(due, now), Request = (short)due.Request };
        if (!connection.Send()) End(connection, LoadOutcome.ConnectionLost, close: true);
    }

    private bool IsTargetsWait(DueRequest due, long now) => _idleNs > due.IdleNs && _idleNs - due.IdleNs >= IdleShare * (now - due.IntendedNs);

    /// <summary>Waits so long at most, and takes in what came.</summary>
    /// <param name="ns">How long; close to its end it returns early.</param>
    /// <param name="backlog">Whether requests wait for a connection.</param>
    public void Wait(long ns, bool backlog)
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

        if (connection.Advance(events, _buffer, _clock) is { } outcome)
            End(connection, outcome, close: outcome is LoadOutcome.ConnectionLost or LoadOutcome.BadProtocol || connection.Answer.Closes || connection.IsSpent);
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
        LostInARow = outcome == LoadOutcome.ConnectionLost ? LostInARow + 1 : 0;
        _busy--;
        _ended(sample.LastByteNs);
    }

    /// <summary>Ends what took longer than the plan allows.</summary>
    public void FailLate(long now)
    {
        var limit = (long)_plan.Timeout.TotalNanoseconds;
        foreach (var connection in _connections)
            if (connection.IsBusy && now - connection.Sample.IssuedNs > limit) End(connection, LoadOutcome.Timeout, close: true);
    }

    /// <summary>Ends what is under way.</summary>
    public void Cut()
    {
        foreach (var connection in _connections)
            if (connection.IsBusy) End(connection, LoadOutcome.Cut, close: true);
    }

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
        Libc.Close(_epoll);
    }
}
