using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// Ends one invocation: by a request with a reason, or when its deadline passes. The first reason wins.
/// Reused between invocations; requests may come from any thread.
/// </summary>
/// <remarks>
/// Engines that poll call <see cref="Check"/>. Engines that must be told set <see cref="OnInterrupt"/>.
/// Host calls that wait use <see cref="Token"/> or <see cref="Sleep"/>. Timers are made only for the latter two, so a short invocation costs one clock reading.
/// </remarks>
public sealed class InvocationCancellation
{
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private int _reason;
    private long _deadline;
    private CancellationTokenSource? _source;
    private ITimer? _timer;
    private Action<CancelReason>? _interrupt;

    /// <summary>A cancellation on this clock, not armed: it has no deadline until <see cref="Arm(TimeSpan)"/>.</summary>
    public InvocationCancellation(TimeProvider time)
    {
        _time = time;
        _deadline = long.MaxValue;
    }

    /// <summary>Why it was cancelled, <see cref="CancelReason.None"/> as long as it was not. Does not look at the clock.</summary>
    public CancelReason Reason => (CancelReason)Volatile.Read(ref _reason);

    /// <summary>Time left, never negative; <see cref="Timeout.InfiniteTimeSpan"/> where there is no deadline.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var deadline = Volatile.Read(ref _deadline);
            if (deadline == long.MaxValue) return Timeout.InfiniteTimeSpan;
            var left = deadline - _time.NowNs();
            return left <= 0 ? TimeSpan.Zero : TimeSpan.FromTicks(1 + ((left - 1) / TimeSpan.NanosecondsPerTick));
        }
    }

    /// <summary>Begins a new invocation that may take this long from now. No earlier user may still hold it.</summary>
    public void Arm(TimeSpan timeout) => Arm(timeout, _time.NowNs());

    /// <summary>Begins a new invocation that may take this long from a time already read from the same clock, ns.</summary>
    public void Arm(TimeSpan timeout, long nowNs)
    {
        Disarm();
        var infinite = timeout == Timeout.InfiniteTimeSpan || timeout.Ticks >= (long.MaxValue - nowNs) / TimeSpan.NanosecondsPerTick;
        Volatile.Write(ref _deadline, infinite ? long.MaxValue : nowNs + (timeout.Ticks * TimeSpan.NanosecondsPerTick));
        Volatile.Write(ref _reason, 0);
    }

    /// <summary>Ends the invocation's use of it: no timer fires afterwards.</summary>
    public void Disarm()
    {
        if (_timer is null && _source is null && _interrupt is null) return;
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            _source?.Dispose();
            _source = null;
            _interrupt = null;
        }
    }

    /// <summary>Asks the invocation to end.</summary>
    /// <returns>Whether this was the first reason.</returns>
    public bool Request(CancelReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, 0) != 0) return false;
        Action<CancelReason>? interrupt;
        CancellationTokenSource? source;
        lock (_lock)
        {
            interrupt = _interrupt;
            source = _source;
        }

        interrupt?.Invoke(reason);
        try
        {
            source?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The invocation ended while we asked it to.
        }

        return true;
    }

    /// <summary>The reason, after a look at the clock.</summary>
    public CancelReason Check()
    {
        var reason = Reason;
        if (reason != CancelReason.None || _time.NowNs() < Volatile.Read(ref _deadline)) return reason;
        Request(CancelReason.Deadline);
        return Reason;
    }

    /// <summary>Whom to call, on any thread and at most once, when the invocation is cancelled or its deadline passes; null takes it back.</summary>
    /// <remarks>When it is cancelled already, the call is made at once.</remarks>
    public void OnInterrupt(Action<CancelReason>? interrupt)
    {
        lock (_lock)
        {
            _interrupt = interrupt;
            if (interrupt is not null) StartTimer_NeedsLock();
        }

        if (interrupt is not null && Check() is not CancelReason.None and var reason) interrupt(reason);
    }

    /// <summary>A token for waits that is cancelled with the invocation.</summary>
    public CancellationToken Token
    {
        get
        {
            CancellationToken token;
            lock (_lock)
            {
                if (_source is null)
                {
                    _source = new CancellationTokenSource();
                    StartTimer_NeedsLock();
                }

                token = _source.Token;
                if (Reason == CancelReason.None) return token;
            }

            return new CancellationToken(canceled: true);
        }
    }

    /// <summary>Holds the thread for this long or until cancelled.</summary>
    /// <returns>False when cancelled.</returns>
    public bool Sleep(TimeSpan duration)
    {
        try
        {
            Task.Delay(duration, _time, Token).GetAwaiter().GetResult();
            return Check() == CancelReason.None;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void StartTimer_NeedsLock()
    {
        if (_timer is not null || Remaining is var left && left == Timeout.InfiniteTimeSpan) return;
        _timer = _time.CreateTimer(static state => ((InvocationCancellation)state!).OnTimer(), this, Late(left), Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        if (Check() != CancelReason.None) return;
        // The system's timers go by a coarser clock, some milliseconds behind: one that fired too early must not lose the deadline.
        lock (_lock)
        {
            if (Remaining is var left && left != Timeout.InfiniteTimeSpan) _timer?.Change(Late(left), Timeout.InfiniteTimeSpan);
        }
    }

    // A millisecond late rather than early: the deadline should have passed when the timer looks.
    private static TimeSpan Late(TimeSpan left) => left + TimeSpan.FromMilliseconds(1);
}
