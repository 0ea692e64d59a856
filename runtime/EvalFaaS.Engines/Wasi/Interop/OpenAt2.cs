using System.Runtime.InteropServices;

namespace EvalFaaS.Engines;

/// <summary>
/// Linux's openat2 (5.6), the one call that resolves a path and refuses to leave a directory in a single step:
/// <c>..</c>, absolute paths and symbolic links that lead out fail, whatever others do to the tree meanwhile.
/// </summary>
internal static unsafe partial class OpenAt2
{
    private const long SystemCall = 437;
    private const ulong NoMagicLinks = 0x02;
    private const ulong Beneath = 0x08;
    private const int Attempts = 128;

    /// <summary>Null where the kernel has it; else why paths cannot be resolved here.</summary>
    public static string? WhyUnavailable { get; } = Probe();

    /// <summary>Opens a path beneath a directory.</summary>
    /// <param name="directory">Where the path starts and what it may not leave.</param>
    /// <param name="path">Ended by a NUL.</param>
    /// <param name="flags">Of <see cref="LinuxOpen"/>; close-on-exec is added.</param>
    /// <param name="mode">Permissions of a file that is created.</param>
    /// <param name="fd">What was opened.</param>
    /// <returns>Success; <see cref="Errno.Perm"/> for a path that would leave the directory; or the host's error.</returns>
    public static Errno Open(HostFd directory, ReadOnlySpan<byte> path, ulong flags, uint mode, out HostFd fd)
    {
        var how = new OpenHow
        {
            Flags = flags | LinuxOpen.CloseOnExec,
            Mode = (flags & LinuxOpen.Create) != 0 ? mode : 0,
            Resolve = Beneath | NoMagicLinks,
        };
        fd = null!;
        fixed (byte* start = path)
        {
            for (var attempt = 0; ; attempt++)
            {
                var result = Call(SystemCall, directory, start, &how, (nuint)sizeof(OpenHow));
                if (result >= 0)
                {
                    fd = new HostFd((int)result);
                    return Errno.Success;
                }

                var error = Marshal.GetLastPInvokeError();
                if (error == LinuxErrno.CrossDevice) return Errno.Perm;
                // The kernel gives up when something was renamed under a `..`; asking again is what it wants.
                if (error is not (LinuxErrno.Again or LinuxErrno.Interrupted) || attempt >= Attempts) return LinuxErrno.ToErrno(error);
            }
        }
    }

    private static string? Probe()
    {
        const string needed = "Directories can be granted only on Linux 5.6 or later with the system call openat2, which confines paths";
        if (!OperatingSystem.IsLinux()) return $"{needed}; this is {RuntimeInformation.OSDescription}.";
        using var root = new HostFd(Libc.Open("/", (int)(LinuxOpen.Path | LinuxOpen.CloseOnExec)));
        if (root.IsInvalid) return $"{needed}; / could not be opened (error {Marshal.GetLastPInvokeError()}).";
        if (Open(root, ".\0"u8, LinuxOpen.Path, 0, out var fd) is not Errno.Success and var errno)
            return $"{needed}; here it failed ({errno}): the kernel is older, or a seccomp profile forbids it.";
        fd.Dispose();
        return null;
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial long Call(long number, HostFd directory, byte* path, OpenHow* how, nuint size);

    [StructLayout(LayoutKind.Sequential)]
    private struct OpenHow
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }
}
