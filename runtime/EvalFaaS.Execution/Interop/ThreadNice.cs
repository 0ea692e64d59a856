using System.Runtime.InteropServices;

namespace EvalFaaS.Execution;

/// <summary>How far a thread gives way to others.</summary>
internal static partial class ThreadNice
{
    /// <summary>Makes the calling thread nicer, for good: taking it back takes a privilege.</summary>
    public static void Add(int increment) => _ = Nice(increment);

    // On Linux it is of the calling thread, whatever POSIX says (nice(2)).
    [LibraryImport("libc", EntryPoint = "nice")]
    private static partial int Nice(int increment);
}
