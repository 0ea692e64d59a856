using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EvalFaaS.Execution;

/// <summary>Calls of the operating system that .NET does not offer.</summary>
internal static unsafe partial class Posix
{
    public const int ReadOnly = 0, Directory = 0x10000;
    public const int ProtectRead = 1, MapShared = 1;
    public const int AdviseDontNeed = 4;
    public const int CloseOnExec = 0x80000, ReadNoWait = 8;
    public static readonly nint MapFailed = -1;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "preadv2")]
    public static partial nint Read(int descriptor, in Segment segment, int count, long offset, int flags);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "mincore", SetLastError = true)]
    public static partial int InCore(nint address, nuint length, byte* pages);

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    public static partial int Advise(SafeFileHandle file, long offset, long length, int advice);

    /// <summary>Pages of a file's first bytes that lie in the page cache; negative where the kernel does not say (before Linux 6.5).</summary>
    /// <remarks>cachestat(2): unlike a read that must not wait, it does not make the kernel read ahead. The C library has no name for it yet.</remarks>
    public static long CachedPages(int descriptor, long length)
    {
        var range = new CacheRange(0, (ulong)length);
        return SystemCall(CacheStat, descriptor, range, out var found, 0) == 0 ? (long)found.Cached : -1;
    }

    private const nint CacheStat = 451;

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nint descriptor, in CacheRange range, out CacheCounts counts, nint flags);

    private readonly record struct CacheRange(ulong Offset, ulong Length);

    private readonly record struct CacheCounts(ulong Cached, ulong Dirty, ulong Writeback, ulong Evicted, ulong RecentlyEvicted);

    /// <summary>The system's <c>iovec</c>.</summary>
    public readonly struct Segment(byte* address, nint length)
    {
        public readonly byte* Address = address;
        public readonly nint Length = length;
    }
}
