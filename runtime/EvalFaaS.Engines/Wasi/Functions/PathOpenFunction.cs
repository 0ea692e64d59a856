namespace EvalFaaS.Engines;

/// <summary>Opening a path.</summary>
internal static class PathOpenFunction
{
    private const uint FileMode = 0b110_110_110;

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("path_open", "iiiiillii", static (in HostCall call) => Open(call)),
    ];

    /// <summary>(fd, lookup flags, path, its length, open flags, rights, inheriting rights, fd flags, opened: pointer to u32)</summary>
    private static Errno Open(in HostCall call)
    {
        var flags = (OpenFlags)call.UInt32(4);
        var fdFlags = (FdFlags)call.UInt32(7);
        if ((call.UInt32(4) & ~(uint)OpenFlags.All) != 0 || (call.UInt32(7) & ~(uint)FdFlags.All) != 0) return Errno.Inval;
        var table = call.State.Wasi.Descriptors;
        if (table.Find(call.UInt32(0), Needed(flags), out HostDirectory directory) is not Errno.Success and var errno) return errno;
        Span<byte> buffer = stackalloc byte[GuestPath.Capacity];
        if (GuestPath.TryRead(call.Memory, call.UInt32(2), call.UInt32(3), buffer, out var path) is not Errno.Success and var bad) return bad;
        if (!call.Memory.TrySlice(call.UInt32(8), sizeof(uint), out _)) return Errno.Fault;

        var asked = (Rights)call.Int64(5);
        if ((asked & (Rights.FdRead | Rights.FdWrite) & ~directory.Inheriting) != 0) return Errno.NotCapable;
        var rights = asked & directory.Inheriting;
        if (directory.ReadOnly)
        {
            if (flags.HasFlag(OpenFlags.Truncate) || rights.HasFlag(Rights.FdWrite)) return Errno.RoFs;
            rights &= ~Rights.FileChanges;
        }

        if (table.IsFull) return Errno.MFile;
        if (directory.Open(out var start) is not Errno.Success and var failed) return failed;
        var follow = ((LookupFlags)call.UInt32(1)).HasFlag(LookupFlags.SymlinkFollow);
        if (Open(start, path, HostFlags(flags, rights, follow), directory.ReadOnly, out var fd) is not Errno.Success and var refused) return refused;
        if (Describe(fd, rights, directory.Inheriting & (Rights)call.Int64(6), fdFlags, directory.ReadOnly, out var opened) is not Errno.Success and var unfit) return unfit;
        call.Memory.TryWriteUInt32(call.UInt32(8), (uint)table.Open(opened));
        return Errno.Success;
    }

    private static Rights Needed(OpenFlags flags) =>
        Rights.PathOpen
        | (flags.HasFlag(OpenFlags.Create) ? Rights.PathCreateFile : 0)
        | (flags.HasFlag(OpenFlags.Truncate) ? Rights.PathFileStatSetSize : 0);

    /// <summary>Never blocks in the open itself: a pipe without a writer would hold the thread beyond any deadline.</summary>
    private static ulong HostFlags(OpenFlags flags, Rights rights, bool follow)
    {
        var write = (rights & Rights.FileChanges) != 0 || flags.HasFlag(OpenFlags.Truncate);
        var read = !write || (rights & Rights.FdRead) != 0;
        return (write ? read ? LinuxOpen.ReadWrite : LinuxOpen.WriteOnly : LinuxOpen.ReadOnly)
            | (flags.HasFlag(OpenFlags.Create) ? LinuxOpen.Create : 0)
            | (flags.HasFlag(OpenFlags.Exclusive) ? LinuxOpen.Exclusive : 0)
            | (flags.HasFlag(OpenFlags.Truncate) ? LinuxOpen.Truncate : 0)
            | (flags.HasFlag(OpenFlags.Directory) ? LinuxOpen.Directory : 0)
            | (follow ? 0 : LinuxOpen.NoFollow)
            | LinuxOpen.NonBlock | LinuxOpen.NoTerminal;
    }

    private static Errno Open(HostFd start, in GuestPath path, ulong flags, bool readOnly, out HostFd fd)
    {
        var create = (flags & LinuxOpen.Create) != 0;
        if (!create || !readOnly) return OpenAt2.Open(start, path.WithNul, flags, FileMode, out fd);
        // Read-only: creating what is there already is opening it.
        var errno = OpenAt2.Open(start, path.WithNul, flags & ~(LinuxOpen.Create | LinuxOpen.Exclusive), 0, out fd);
        if (errno == Errno.NoEnt) return Errno.RoFs;
        if (errno != Errno.Success || (flags & LinuxOpen.Exclusive) == 0) return errno;
        fd.Dispose();
        return Errno.Exist;
    }

    /// <summary>A file or a directory; devices, pipes and sockets are not for guests.</summary>
    private static Errno Describe(HostFd fd, Rights rights, Rights inheriting, FdFlags flags, bool readOnly, out Descriptor opened)
    {
        opened = null!;
        var errno = FileStatus.Of(fd, out var status);
        if (errno == Errno.Success && status.Type == FileType.RegularFile) opened = new HostFile(fd, rights, flags, readOnly);
        else if (errno == Errno.Success && status.Type == FileType.Directory) opened = new HostDirectory(fd, rights, inheriting, flags, readOnly);
        else fd.Dispose();
        return opened is not null ? Errno.Success : errno == Errno.Success ? Errno.Acces : errno;
    }
}
