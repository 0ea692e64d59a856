using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary>A sleep finer than a millisecond, which the runtime does not offer.</summary>
internal static unsafe partial class Clock
{
    /// <summary>Holds the thread for about this long.</summary>
    public static void Sleep(TimeSpan duration)
    {
        var time = stackalloc nint[2];
        time[0] = (nint)(duration.Ticks / TimeSpan.TicksPerSecond);
        time[1] = (nint)(duration.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick);
        _ = Sleep(time, null);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int Sleep(nint* requested, nint* remaining);
}
