namespace EvalFaaS.Engines;

/// <summary>Hard and symbolic links.</summary>
internal static unsafe class PathLinkFunctions
{
    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("path_link", "iiiiiii", static (in HostCall call) => Link(call)),
        WasiFunction.Of("path_symlink", "iiiii", static (in HostCall call) => Symlink(call)),
        WasiFunction.Of("path_readlink", "iiiiii", static (in HostCall call) => ReadLink(call)),
    ];

    /// <summary>(old fd, lookup flags, old path, its length, new fd, new path, its length)</summary>
    /// <remarks>
    /// The old entry counts as changed: a hard link out of a read-only directory into a writable one would make the file writable.
    /// Symbolic links are never followed, since the kernel would follow the last one without the confinement.
    /// </remarks>
    private static Errno Link(in HostCall call)
    {
        if (call.UInt32(1) != 0) return Errno.Inval;
        Span<byte> oldBuffer = stackalloc byte[GuestPath.Capacity];
        Span<byte> newBuffer = stackalloc byte[GuestPath.Capacity];
        if (ChangedEntry.TryOpen(call, 0, 2, Rights.PathLinkSource, Errno.Perm, oldBuffer, out var from) is not Errno.Success and var errno) return errno;
        using (from)
        {
            // A trailing slash would make the kernel follow a symbolic link; what it names can only be a directory, which has no hard links.
            if (from.HasTrailingSlash) return Errno.NotDir;
            if (ChangedEntry.TryOpen(call, 4, Rights.PathLinkTarget, Errno.Exist, newBuffer, out var to) is not Errno.Success and var failed) return failed;
            using (to)
                fixed (byte* oldName = from.Name, newName = to.Name)
                    return Libc.Outcome(Libc.Link(from.Parent, oldName, to.Parent, newName, 0));
        }
    }

    /// <summary>(target, its length, fd, path, its length)</summary>
    /// <remarks>An absolute target is refused: it could only be followed by somebody outside. Where a relative one leads is checked when it is followed.</remarks>
    private static Errno Symlink(in HostCall call)
    {
        Span<byte> targetBuffer = stackalloc byte[GuestPath.Capacity];
        Span<byte> buffer = stackalloc byte[GuestPath.Capacity];
        if (GuestPath.TryRead(call.Memory, call.UInt32(0), call.UInt32(1), targetBuffer, out var target) is not Errno.Success and var bad) return bad;
        if (ChangedEntry.TryOpen(call, 2, Rights.PathSymlink, Errno.Exist, buffer, out var entry) is not Errno.Success and var errno) return errno;
        using (entry)
            fixed (byte* to = target.WithNul, name = entry.Name)
                return Libc.Outcome(Libc.Symlink(to, entry.Parent, name));
    }

    /// <summary>(fd, path, its length, buffer, its length, used: pointer to u32)</summary>
    private static Errno ReadLink(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.PathReadLink, out HostDirectory directory) is not Errno.Success and var errno) return errno;
        Span<byte> buffer = stackalloc byte[GuestPath.Capacity];
        if (GuestPath.TryRead(call.Memory, call.UInt32(1), call.UInt32(2), buffer, out var path) is not Errno.Success and var bad) return bad;
        if (!call.Memory.TrySlice(call.UInt32(3), call.UInt32(4), out var target) || !call.Memory.TrySlice(call.UInt32(5), sizeof(uint), out _)) return Errno.Fault;
        if (directory.Open(out var start) is not Errno.Success and var failed) return failed;
        if (ParentPath.TryOpen(start, path, Errno.Inval, out var entry) is not Errno.Success and var lost) return lost;
        using (entry)
        {
            // With a trailing slash it names what is behind the link, and that is a directory or nothing.
            if (entry.HasTrailingSlash) return Errno.Inval;
            if (target.IsEmpty) return Errno.Inval;
            fixed (byte* name = entry.Name, into = target)
            {
                var length = Libc.ReadLink(entry.Parent, name, into, (nuint)target.Length);
                if (length < 0) return Libc.LastError();
                call.Memory.TryWriteUInt32(call.UInt32(5), (uint)length);
                return Errno.Success;
            }
        }
    }
}
