using System.Runtime.InteropServices;

namespace EvalFaaS.Engines;

/// <summary>Calls of the C library on 64-bit Linux. Paths end in a NUL. What fails gives -1 and its error as the last P/Invoke error.</summary>
internal static unsafe partial class Libc
{
    public const int AtEmptyPath = 0x1000;
    public const int AtSymlinkNoFollow = 0x100;
    public const int AtRemoveDirectory = 0x200;
    public const int WriteDSync = 0x2;
    public const int WriteSync = 0x4;
    public const int WriteAppend = 0x10;

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int fd);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, int mode = 0);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true)]
    public static partial int OpenAt(HostFd directory, byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "readv", SetLastError = true)]
    public static partial nint Read(HostFd fd, IoVector* vectors, int count);

    [LibraryImport("libc", EntryPoint = "preadv", SetLastError = true)]
    public static partial nint ReadAt(HostFd fd, IoVector* vectors, int count, long offset);

    /// <summary>Offset -1 is the position, which moves then.</summary>
    [LibraryImport("libc", EntryPoint = "pwritev2", SetLastError = true)]
    public static partial nint Write(HostFd fd, IoVector* vectors, int count, long offset, int flags);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    public static partial long Seek(HostFd fd, long offset, int whence);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(HostFd fd);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static partial int DataSync(HostFd fd);

    /// <summary>Gives the error back instead of setting it.</summary>
    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    public static partial int Advise(HostFd fd, long offset, long length, int advice);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    public static partial int Allocate(HostFd fd, int mode, long offset, long length);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int Truncate(HostFd fd, long size);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static partial int Status(HostFd fd, byte* path, int flags, uint mask, Statx* status);

    [LibraryImport("libc", EntryPoint = "utimensat", SetLastError = true)]
    public static partial int SetTimes(HostFd fd, byte* path, TimeSpec* accessAndModify, int flags);

    [LibraryImport("libc", EntryPoint = "futimens", SetLastError = true)]
    public static partial int SetTimes(HostFd fd, TimeSpec* accessAndModify);

    [LibraryImport("libc", EntryPoint = "getdents64", SetLastError = true)]
    public static partial nint ReadDirectory(HostFd fd, byte* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true)]
    public static partial int MakeDirectory(HostFd parent, byte* name, uint mode);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true)]
    public static partial int Unlink(HostFd parent, byte* name, int flags);

    [LibraryImport("libc", EntryPoint = "renameat", SetLastError = true)]
    public static partial int Rename(HostFd oldParent, byte* oldName, HostFd newParent, byte* newName);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true)]
    public static partial int Link(HostFd oldParent, byte* oldName, HostFd newParent, byte* newName, int flags);

    [LibraryImport("libc", EntryPoint = "symlinkat", SetLastError = true)]
    public static partial int Symlink(byte* target, HostFd parent, byte* name);

    [LibraryImport("libc", EntryPoint = "readlinkat", SetLastError = true)]
    public static partial nint ReadLink(HostFd parent, byte* name, byte* buffer, nuint length);

    /// <summary>The last call's error in the guest's words.</summary>
    public static Errno LastError() => LinuxErrno.ToErrno(Marshal.GetLastPInvokeError());

    /// <summary>A call's outcome in the guest's words.</summary>
    public static Errno Outcome(int result) => result == 0 ? Errno.Success : LastError();
}
