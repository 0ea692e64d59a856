namespace EvalFaaS.Execution;

/// <summary>Whether an invocation object is in use, and a way to hold it there: who cancels from outside must not hit the next invocation that uses the same object.</summary>
internal struct RunState
{
    private const int Idle = 0, Running = 1, Held = 2;
    private int _state;
    private int _holder;

    public readonly bool IsRunning => _state != Idle;

    public void Begin() => Interlocked.Exchange(ref _state, Running);

    /// <summary>Ends the use, once nobody holds it.</summary>
    public void End()
    {
        var spin = new SpinWait();
        while (Interlocked.CompareExchange(ref _state, Idle, Running) != Running)
        {
            // A cancellation may run what waited for it on its own thread, up to this very line.
            if (_holder == Environment.CurrentManagedThreadId)
            {
                Volatile.Write(ref _state, Idle);
                return;
            }

            spin.SpinOnce();
        }
    }

    /// <summary>Holds a use that is under way, or false when there is none.</summary>
    public bool TryHold()
    {
        if (Interlocked.CompareExchange(ref _state, Held, Running) != Running) return false;
        _holder = Environment.CurrentManagedThreadId;
        return true;
    }

    /// <summary>Lets go.</summary>
    public void Unhold()
    {
        _holder = 0;
        Interlocked.CompareExchange(ref _state, Running, Held);
    }
}
