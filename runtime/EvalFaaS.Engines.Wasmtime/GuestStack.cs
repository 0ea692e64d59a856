using EvalFaaS.Engines.Wasmtime.Interop;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>Tells whether a thread has stack enough for a guest: one that has not would fault in a place that cannot be made a trap.</summary>
internal static unsafe class GuestStack
{
    // What host functions, called at the guest's deepest, may need.
    private const int HostBytes = 256 << 10;

    // Asked for once a thread: the answer never changes, and asking costs microseconds.
    [ThreadStatic]
    private static nuint _end;

    /// <summary>Whether a guest stack of so many bytes fits below here.</summary>
    public static bool Fits(int guestBytes)
    {
        byte here;
        if (_end == 0) _end = Math.Max(ThreadApi.StackEnd(), 1);
        return (nuint)(&here) - _end > (nuint)(guestBytes + HostBytes);
    }
}
