using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary>What the C library knows of a thread.</summary>
internal static unsafe partial class ThreadApi
{
    // glibc's pthread_attr_t has 56 bytes on x86-64 and 64 on arm64; musl's is no larger.
    private const int AttributeBytes = 128;

    /// <summary>The lowest address of this thread's stack; 0 where it cannot be told.</summary>
    public static nuint StackEnd()
    {
        var attributes = stackalloc byte[AttributeBytes];
        if (GetAttributes(Self(), attributes) != 0) return 0;
        nuint lowest = 0, size = 0;
        var failed = GetStack(attributes, &lowest, &size) != 0;
        DestroyAttributes(attributes);
        return failed ? 0 : lowest;
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    private static partial nint Self();

    [LibraryImport("libc", EntryPoint = "pthread_getattr_np")]
    private static partial int GetAttributes(nint thread, byte* attributes);

    [LibraryImport("libc", EntryPoint = "pthread_attr_getstack")]
    private static partial int GetStack(byte* attributes, nuint* lowest, nuint* size);

    [LibraryImport("libc", EntryPoint = "pthread_attr_destroy")]
    private static partial int DestroyAttributes(byte* attributes);
}
