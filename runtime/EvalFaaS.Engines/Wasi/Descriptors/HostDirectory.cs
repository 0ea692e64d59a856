namespace EvalFaaS.Engines;

/// <summary>A directory of the host's: one that is granted, or one that the guest opened beneath it.</summary>
internal sealed class HostDirectory : Descriptor
{
    private readonly Preopen? _preopen;
    private HostFd? _fd;

    /// <summary>A directory that the guest opened.</summary>
    public HostDirectory(HostFd fd, Rights rights, Rights inheriting, FdFlags flags, bool readOnly)
    {
        _fd = fd;
        ReadOnly = readOnly;
        Flags = flags;
        SetRights(rights & Rights.Directory, inheriting);
    }

    /// <summary>A directory that the guest finds; it is opened when the guest first uses it.</summary>
    public HostDirectory(Preopen preopen)
    {
        _preopen = preopen;
        ReadOnly = preopen.ReadOnly;
        SetRights(Rights.Directory, Rights.Directory | Rights.File);
    }

    /// <inheritdoc/>
    public override FileType Type => FileType.Directory;

    /// <inheritdoc/>
    public override byte[]? GuestPath => _preopen?.GuestPath;

    /// <summary>Whether nothing beneath it may be changed, whatever the rights say.</summary>
    public bool ReadOnly { get; }

    /// <summary>The host's descriptor.</summary>
    /// <returns>Success, or <see cref="Errno.Unwound"/> where a granted directory cannot be had.</returns>
    public Errno Open(out HostFd fd)
    {
        fd = (_fd ??= _preopen!.Open())!;
        return fd is null ? Errno.Unwound : Errno.Success;
    }

    /// <inheritdoc/>
    public override Errno Read(in IoVectors vectors, out int read)
    {
        read = 0;
        return Errno.IsDir;
    }

    /// <inheritdoc/>
    public override Errno Write(in IoVectors vectors, out int written)
    {
        written = 0;
        return Errno.IsDir;
    }

    /// <inheritdoc/>
    public override Errno ReadAt(in IoVectors vectors, long offset, out int read) => Read(vectors, out read);

    /// <inheritdoc/>
    public override Errno WriteAt(in IoVectors vectors, long offset, out int written) => Write(vectors, out written);

    /// <inheritdoc/>
    public override Errno Seek(long offset, int whence, out long position)
    {
        position = 0;
        return Errno.IsDir;
    }

    /// <inheritdoc/>
    public override Errno Sync(bool dataOnly) =>
        Open(out var fd) is not Errno.Success and var errno ? errno : Libc.Outcome(Libc.Sync(fd));

    /// <inheritdoc/>
    public override Errno Advise(long offset, long length, int advice) => Errno.BadF;

    /// <inheritdoc/>
    public override Errno Status(out FileStatus status)
    {
        status = default;
        return Open(out var fd) is not Errno.Success and var errno ? errno : FileStatus.Of(fd, out status);
    }

    /// <inheritdoc/>
    public override Errno SetTimes(in FileTimes times)
    {
        if (ReadOnly) return Errno.RoFs;
        return Open(out var fd) is not Errno.Success and var errno ? errno : times.Set(fd);
    }

    /// <inheritdoc/>
    public override void Close() => _fd?.Dispose();
}
