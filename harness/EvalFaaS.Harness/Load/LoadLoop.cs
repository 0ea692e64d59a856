using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>The generator's loop; lives on one thread.</summary>
internal sealed unsafe class LoadLoop : IDisposable
{
    private const long SpinBelowNs = 60_000;
    private const long IdleWaitNs = 5_000_000;
    private const int LostInARow = 1_000;
    private readonly LoadPlan _plan;
    private readonly MonotonicClock _clock;
    private readonly Connection[] _connections;
    private readonly Stack<int> _idle = new();
    private readonly Queue<long> _waiting = new();
    private readonly SampleList _samples = new();
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly int _epoll;
    private int _busy;
    private int _reconnects;
    private int _lostInARow;
    private long _nextTimeoutLook;

    public LoadLoop(LoadPlan plan, MonotonicClock clock)
    {
        _plan = plan;
        _clock = clock;
        _epoll = Libc.EpollCreate(Libc.CloseOnExec);
        if (_epoll < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        _connections = new Connection[plan.Connections];
        for (var i = 0; i < _connections.Length; i++) _connections[i] = new Connection(plan.Address, plan.Request);
    }

    public LoadResult Run(CancellationToken cancellation)
    {
        for (var i = _connections.Length - 1; i >= 0; i--)
        {
            _connections[i].Open(_epoll, i);
            _idle.Push(i);
        }

        _samples.Reserve(Math.Min(_plan.MaximumRequests ?? 1 << 17, 1 << 20));
        var cpu = ThreadPlacement.CpuNs();
        var begin = _clock.NowNs;
        var end = begin + (long)_plan.Duration.TotalNanoseconds;
        var due = _plan.Arrivals is { } arrivals ? begin + arrivals.NextNs() : long.MaxValue;
        var left = _plan.MaximumRequests ?? int.MaxValue;
        while (true)
        {
            var now = _clock.NowNs;
            // A target that is gone fails at once: a loop that goes on asking would only count its own speed.
            var stopped = left == 0 || _lostInARow >= LostInARow || cancellation.IsCancellationRequested;
            while (_waiting.Count > 0 && _idle.TryPop(out var free)) Issue(free, _waiting.Dequeue(), waited: true);
            if (_plan.Arrivals is null)
            {
                // Each connection once: one that fails at once is idle again before the clock is read.
                for (var free = _idle.Count; !stopped && now < end && left > 0 && free > 0; free--, left--) Issue(_idle.Pop(), now, waited: false);
            }
            else
            {
                // What was due before the end is issued also after it: leaving it out would hide a stall at the end.
                for (; !stopped && left > 0 && due <= now && due < end; left--)
                {
                    if (_idle.TryPop(out var free)) Issue(free, due, waited: false);
                    else _waiting.Enqueue(due);
                    due = begin + _plan.Arrivals.NextNs();
                }
            }

            var over = stopped || (_plan.Arrivals is null ? now >= end : due >= end);
            if (_busy == 0 && _waiting.Count == 0 && (over || left == 0)) break;
            if (now >= _nextTimeoutLook) FailLate(now);
            Wait(Math.Min(due - now, IdleWaitNs), open: _plan.Arrivals is not null);
        }

        return new LoadResult
        {
            Samples = _samples,
            BeginNs = begin,
            EndNs = _clock.NowNs,
            GeneratorCpuNs = ThreadPlacement.CpuNs() - cpu,
            Reconnects = _reconnects,
        };
    }

    private void Issue(int index, long intended, bool waited)
    {
        var connection = _connections[index];
        connection.Sample = _samples.Add();
        connection.Answer.Begin(_plan.ExpectedBody);
        _busy++;
        ref var sample = ref _samples[connection.Sample];
        sample.WaitedForConnection = waited;
        sample.IssuedNs = _clock.NowNs;
        sample.IntendedNs = _plan.Arrivals is null ? sample.IssuedNs : intended;
        if (!TryOpen(connection, index) || !connection.Send()) Finish(index, LoadOutcome.ConnectionLost, reopen: true);
        else if (!connection.AllSent) connection.Watch(_epoll, index, Libc.EpollMod, Libc.EpollIn | Libc.EpollOut);
    }

    private void Wait(long ns, bool open)
    {
        const int Batch = 64;
        var events = stackalloc Libc.EpollEvent[Batch];
        // Close to the next start the loop spins: waking up costs more than the wait.
        var wait = open && ns < SpinBelowNs ? 0 : Math.Max(0, open ? ns - SpinBelowNs / 2 : ns);
        var timeout = new Libc.TimeSpec { Seconds = 0, Nanoseconds = wait };
        var count = Libc.EpollWait(_epoll, events, Batch, &timeout, null);
        for (var i = 0; i < count; i++) Handle((int)events[i].Data, events[i].Events);
    }

    private void Handle(int index, uint events)
    {
        var connection = _connections[index];
        if (connection.Sample < 0)
        {
            connection.Close(); // The server closed an idle connection; the next request makes it anew.
            return;
        }

        if ((events & Libc.EpollOut) != 0)
        {
            if (!connection.Continue())
            {
                Finish(index, LoadOutcome.ConnectionLost, reopen: true);
                return;
            }

            if (connection.AllSent) connection.Watch(_epoll, index, Libc.EpollMod, Libc.EpollIn);
        }

        if ((events & ~Libc.EpollOut) == 0) return;
        var received = connection.Receive(_buffer);
        if (received == 0) return;
        ref var sample = ref _samples[connection.Sample];
        if (received < 0)
        {
            Finish(index, LoadOutcome.ConnectionLost, reopen: true);
            return;
        }

        if (sample.FirstByteNs == 0) sample.FirstByteNs = _clock.NowNs;
        switch (connection.Answer.Take(_buffer.AsSpan(0, received)))
        {
            case true:
                var answer = connection.Answer;
                Finish(index, answer.Status is < 200 or > 299 ? LoadOutcome.BadStatus : answer.IsExpected ? LoadOutcome.Ok : LoadOutcome.WrongAnswer, reopen: answer.Closes);
                break;
            case false:
                Finish(index, LoadOutcome.BadProtocol, reopen: true);
                break;
        }
    }

    private void Finish(int index, LoadOutcome outcome, bool reopen)
    {
        var connection = _connections[index];
        ref var sample = ref _samples[connection.Sample];
        sample.LastByteNs = _clock.NowNs;
        sample.Outcome = outcome;
        sample.Status = connection.Answer.Status;
        sample.Headers = connection.Answer.Headers;
        connection.Sample = -1;
        if (reopen) connection.Close();
        _lostInARow = outcome == LoadOutcome.ConnectionLost ? _lostInARow + 1 : 0;
        _busy--;
        _idle.Push(index);
    }

    private bool TryOpen(Connection connection, int index)
    {
        if (connection.IsOpen) return true;
        try
        {
            _reconnects++;
            connection.Open(_epoll, index);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void FailLate(long now)
    {
        _nextTimeoutLook = now + 50_000_000;
        var limit = (long)_plan.Timeout.TotalNanoseconds;
        for (var i = 0; i < _connections.Length; i++)
            if (_connections[i].Sample is >= 0 and var sample && now - _samples[sample].IssuedNs > limit) Finish(i, LoadOutcome.Timeout, reopen: true);
    }

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
        Libc.Close(_epoll);
    }
}
