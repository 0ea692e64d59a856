namespace EvalFaaS.Engines;

/// <summary>Finds the directory entry that a call is going to change.</summary>
internal static class ChangedEntry
{
    /// <summary>Reads (fd, path, its length) from consecutive arguments.</summary>
    public static Errno TryOpen(in HostCall call, int argument, Rights right, Errno ofDots, Span<byte> buffer, out ParentPath entry) =>
        TryOpen(call, argument, argument + 1, right, ofDots, buffer, out entry);

    /// <summary>Checks the right and that the directory may be changed, and opens the entry's parent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fd">Which argument is the directory.</param>
    /// <param name="path">Which argument is the path; its length follows.</param>
    /// <param name="right">The right needed.</param>
    /// <param name="ofDots">The answer to <c>.</c> and <c>..</c>.</param>
    /// <param name="buffer">Takes the path.</param>
    /// <param name="entry">The entry; to be disposed.</param>
    public static Errno TryOpen(in HostCall call, int fd, int path, Rights right, Errno ofDots, Span<byte> buffer, out ParentPath entry)
    {
        entry = default;
        if (call.State.Wasi.Descriptors.Find(call.UInt32(fd), right, out HostDirectory directory) is not Errno.Success and var errno) return errno;
        if (GuestPath.TryRead(call.Memory, call.UInt32(path), call.UInt32(path + 1), buffer, out var read) is not Errno.Success and var bad) return bad;
        if (directory.ReadOnly) return Errno.RoFs;
        return directory.Open(out var start) is not Errno.Success and var failed ? failed : ParentPath.TryOpen(start, read, ofDots, out entry);
    }
}
