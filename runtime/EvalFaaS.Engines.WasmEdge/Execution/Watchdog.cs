namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// One thread that looks, every tick, whether a running guest was cancelled, and stops it.
/// A thread of its own rather than timers: timers need a free thread of the pool, and guests may hold them all.
/// Sleeps while no guest runs.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const int IdleTicks = 100;

    private readonly Lock _lock = new();
    private readonly List<IWatched> _watched = [];
    private readonly AutoResetEvent _wake = new(false);
    private readonly TimeSpan _tick;
    private readonly Thread _thread;
    private volatile bool _asleep;
    private volatile bool _stopped;

    /// <summary>Watches at this interval, at least a millisecond.</summary>
    public Watchdog(TimeSpan tick)
    {
        _tick = tick < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : tick;
        _thread = new Thread(Watch) { IsBackground = true, Name = "wasmedge watchdog" };
        _thread.Start();
    }

    /// <summary>Looks after it from now on.</summary>
    public void Add(IWatched watched)
    {
        lock (_lock) _watched.Add(watched);
    }

    /// <summary>Looks after it no longer.</summary>
    public void Remove(IWatched watched)
    {
        lock (_lock) _watched.Remove(watched);
    }

    /// <summary>A guest begins to run: what <see cref="IWatched.Look"/> reads must be set before.</summary>
    public void Wake()
    {
        if (_asleep) _wake.Set();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped = true;
        _wake.Set();
        _thread.Join();
        _wake.Dispose();
    }

    private void Watch()
    {
        var idle = 0;
        while (!_stopped)
        {
            idle = LookAtAll() ? 0 : idle + 1;
            if (idle < IdleTicks)
            {
                _wake.WaitOne(_tick);
                continue;
            }

            _asleep = true;
            // Whoever began before he could see that we sleep is seen here.
            Interlocked.MemoryBarrier();
            if (!LookAtAll()) _wake.WaitOne();
            _asleep = false;
            idle = 0;
        }
    }

    private bool LookAtAll()
    {
        var any = false;
        lock (_lock)
            foreach (var watched in _watched) any |= watched.Look();
        return any;
    }
}

/// <summary>Something that may run a guest.</summary>
internal interface IWatched
{
    /// <summary>Stops its guest if that was cancelled.</summary>
    /// <returns>Whether a guest runs.</returns>
    bool Look();
}
