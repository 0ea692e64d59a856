namespace EvalFaaS.Engines;

/// <summary>What is known of a path, and its times.</summary>
internal static class PathStatusFunctions
{
    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("path_filestat_get", "iiiii", static (in HostCall call) => Status(call)),
        WasiFunction.Of("path_filestat_set_times", "iiiilli", static (in HostCall call) => SetTimes(call)),
    ];

    /// <summary>(fd, lookup flags, path, its length, status: pointer to filestat)</summary>
    private static Errno Status(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.PathFileStatGet, out HostDirectory directory) is not Errno.Success and var errno) return errno;
        if (Open(call, directory, out var fd) is not Errno.Success and var failed) return failed;
        using (fd)
            return FileStatus.Of(fd, out var status) is not Errno.Success and var unknown ? unknown : status.Write(call.Memory, call.UInt32(4));
    }

    /// <summary>(fd, lookup flags, path, its length, access, modify, flags)</summary>
    private static Errno SetTimes(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.PathFileStatSetTimes, out HostDirectory directory) is not Errno.Success and var errno) return errno;
        if (FileTimes.TryMake((ulong)call.Int64(4), (ulong)call.Int64(5), (TimeFlags)call.UInt32(6), out var times) is not Errno.Success and var invalid) return invalid;
        if (directory.ReadOnly) return Errno.RoFs;
        if (Open(call, directory, out var fd) is not Errno.Success and var failed) return failed;
        using (fd) return times.SetByPath(fd);
    }

    /// <summary>Opens the path alone, not what is in it: that needs no right to read.</summary>
    private static Errno Open(in HostCall call, HostDirectory directory, out HostFd fd)
    {
        fd = null!;
        Span<byte> buffer = stackalloc byte[GuestPath.Capacity];
        if (GuestPath.TryRead(call.Memory, call.UInt32(2), call.UInt32(3), buffer, out var path) is not Errno.Success and var bad) return bad;
        if (directory.Open(out var start) is not Errno.Success and var failed) return failed;
        var follow = ((LookupFlags)call.UInt32(1)).HasFlag(LookupFlags.SymlinkFollow);
        return OpenAt2.Open(start, path.WithNul, LinuxOpen.Path | (follow ? 0 : LinuxOpen.NoFollow), 0, out fd);
    }
}
