using EvalFaaS.Engines.Wasmtime.Interop;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>
/// Advances the engine's epoch, so that running guests look now and then whether they were cancelled.
/// One thread an engine; it rests while no instance lives.
/// </summary>
internal sealed class EpochTicker : IDisposable
{
    // A pause in the traffic must be longer than this before the next request has to wake the thread.
    private const int IdleTicks = 1_000;

    private readonly EngineHandle _engine;
    private readonly InstanceSlots _slots;
    private readonly TimeSpan _tick;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly Thread _thread;
    private int _resting;
    private volatile bool _stopping;

    public EpochTicker(EngineHandle engine, InstanceSlots slots, TimeSpan tick)
    {
        _engine = engine;
        _slots = slots;
        _tick = tick;
        _thread = new Thread(Run) { IsBackground = true, Name = "wasmtime epochs" };
        _thread.Start();
    }

    /// <summary>Called after a slot was taken: makes sure that the epoch advances.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _resting) != 0 && Interlocked.Exchange(ref _resting, 0) != 0) _wake.Set();
    }

    public void Dispose()
    {
        _stopping = true;
        _wake.Set();
        _thread.Join();
        _wake.Dispose();
    }

    private void Run()
    {
        var idle = 0;
        var taken = -1L;
        while (!_stopping)
        {
            Clock.Sleep(_tick);
            EngineApi.IncrementEpoch(_engine);
            idle = _slots.Used == 0 && _slots.Taken == taken ? idle + 1 : 0;
            taken = _slots.Taken;
            if (idle < IdleTicks) continue;
            idle = 0;
            Rest();
        }
    }

    // Whoever takes a slot counts it first and looks at the flag then; here it is the other way round, both with a full fence: one of the two sees the other.
    private void Rest()
    {
        Interlocked.Exchange(ref _resting, 1);
        if (_slots.Used > 0 || _stopping)
        {
            Interlocked.Exchange(ref _resting, 0);
            return;
        }

        _wake.WaitOne();
    }
}
