using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>The calling thread's stack as the C library and the kernel see it.</summary>
internal static unsafe partial class ThreadStack
{
    /// <summary>A frame that meets the guard page lies within this of the stack's end, unless it is larger.</summary>
    private const int EndBytes = 64 << 10;

    private const int DontNeed = 4;

    /// <summary>Whether anything was ever written at the end of this thread's stack; forgets it, so that the next question is answered anew.</summary>
    public static bool TakeReachedEnd()
    {
        // pthread_attr_t is 56 bytes on x86-64 and 64 on ARM64.
        var attributes = stackalloc ulong[16];
        if (GetAttributes(Self(), attributes) != 0) return false;
        byte* lowest;
        nuint size;
        nuint guard;
        AttributesStack(attributes, &lowest, &size);
        AttributesGuard(attributes, &guard);
        AttributesDestroy(attributes);
        var page = Environment.SystemPageSize;
        var first = (nuint)lowest + guard;
        first = (first + (nuint)page - 1) & ~((nuint)page - 1);
        var pages = EndBytes / page;
        var resident = stackalloc byte[pages];
        if (InCore(first, EndBytes, resident) != 0) return false;
        var reached = false;
        for (var i = 0; i < pages; i++) reached |= (resident[i] & 1) != 0;
        if (reached) Advise(first, EndBytes, DontNeed);
        return reached;
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    private static partial nint Self();

    [LibraryImport("libc", EntryPoint = "pthread_getattr_np")]
    private static partial int GetAttributes(nint thread, ulong* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_getstack")]
    private static partial int AttributesStack(ulong* attributes, byte** lowest, nuint* size);

    [LibraryImport("libc", EntryPoint = "pthread_attr_getguardsize")]
    private static partial int AttributesGuard(ulong* attributes, nuint* size);

    [LibraryImport("libc", EntryPoint = "pthread_attr_destroy")]
    private static partial int AttributesDestroy(ulong* attributes);

    [LibraryImport("libc", EntryPoint = "mincore")]
    private static partial int InCore(nuint address, nuint length, byte* resident);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
