namespace EvalFaaS.Engines;

/// <summary>Making and removing directory entries.</summary>
internal static unsafe class PathEntryFunctions
{
    private const uint DirectoryMode = 0b111_111_111;

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("path_create_directory", "iii", static (in HostCall call) => CreateDirectory(call)),
        WasiFunction.Of("path_remove_directory", "iii", static (in HostCall call) => Remove(call, Rights.PathRemoveDirectory, Libc.AtRemoveDirectory)),
        WasiFunction.Of("path_unlink_file", "iii", static (in HostCall call) => Remove(call, Rights.PathUnlinkFile, 0)),
        WasiFunction.Of("path_rename", "iiiiii", static (in HostCall call) => Rename(call)),
    ];

    /// <summary>(fd, path, its length)</summary>
    private static Errno CreateDirectory(in HostCall call)
    {
        Span<byte> buffer = stackalloc byte[GuestPath.Capacity];
        if (ChangedEntry.TryOpen(call, 0, Rights.PathCreateDirectory, Errno.Exist, buffer, out var entry) is not Errno.Success and var errno) return errno;
        using (entry)
            fixed (byte* name = entry.Name)
                return Libc.Outcome(Libc.MakeDirectory(entry.Parent, name, DirectoryMode));
    }

    /// <summary>(fd, path, its length)</summary>
    private static Errno Remove(in HostCall call, Rights right, int flags)
    {
        Span<byte> buffer = stackalloc byte[GuestPath.Capacity];
        if (ChangedEntry.TryOpen(call, 0, right, Errno.Inval, buffer, out var entry) is not Errno.Success and var errno) return errno;
        using (entry)
            fixed (byte* name = entry.Name)
                return Libc.Outcome(Libc.Unlink(entry.Parent, name, flags));
    }

    /// <summary>(old fd, old path, its length, new fd, new path, its length)</summary>
    private static Errno Rename(in HostCall call)
    {
        Span<byte> oldBuffer = stackalloc byte[GuestPath.Capacity];
        Span<byte> newBuffer = stackalloc byte[GuestPath.Capacity];
        if (ChangedEntry.TryOpen(call, 0, Rights.PathRenameSource, Errno.Busy, oldBuffer, out var from) is not Errno.Success and var errno) return errno;
        using (from)
        {
            if (ChangedEntry.TryOpen(call, 3, Rights.PathRenameTarget, Errno.Busy, newBuffer, out var to) is not Errno.Success and var failed) return failed;
            using (to)
                fixed (byte* oldName = from.Name, newName = to.Name)
                    return Libc.Outcome(Libc.Rename(from.Parent, oldName, to.Parent, newName));
        }
    }
}
