namespace EvalFaaS.Engines;

/// <summary>A regular file of the host's.</summary>
internal sealed unsafe class HostFile : Descriptor
{
    /// <summary>Buffers handed to the kernel at once; more make a short read or write, which guests must expect anyway.</summary>
    private const int Batch = 64;

    private readonly HostFd _fd;
    private readonly bool _readOnlyGrant;

    public HostFile(HostFd fd, Rights rights, FdFlags flags, bool readOnlyGrant)
    {
        _fd = fd;
        _readOnlyGrant = readOnlyGrant;
        Flags = flags;
        SetRights(rights & Rights.File, Rights.None);
    }

    /// <inheritdoc/>
    public override FileType Type => FileType.RegularFile;

    /// <summary>How the kernel is to write: the host's descriptor has no flags of its own, so that writing at an offset is not appending.</summary>
    private int WriteFlags =>
        (Flags.HasFlag(FdFlags.DSync) ? Libc.WriteDSync : 0) | ((Flags & (FdFlags.Sync | FdFlags.RSync)) != 0 ? Libc.WriteSync : 0);

    /// <inheritdoc/>
    public override Errno Read(in IoVectors vectors, out int read)
    {
        var host = stackalloc IoVector[Batch];
        return Count(Libc.Read(_fd, host, Gather(vectors, host)), out read);
    }

    /// <inheritdoc/>
    public override Errno ReadAt(in IoVectors vectors, long offset, out int read)
    {
        var host = stackalloc IoVector[Batch];
        return Count(Libc.ReadAt(_fd, host, Gather(vectors, host), offset), out read);
    }

    /// <inheritdoc/>
    public override Errno Write(in IoVectors vectors, out int written)
    {
        var host = stackalloc IoVector[Batch];
        var append = Flags.HasFlag(FdFlags.Append) ? Libc.WriteAppend : 0;
        return Count(Libc.Write(_fd, host, Gather(vectors, host), -1, WriteFlags | append), out written);
    }

    /// <inheritdoc/>
    public override Errno WriteAt(in IoVectors vectors, long offset, out int written)
    {
        written = 0;
        if (offset < 0) return Errno.Inval;
        var host = stackalloc IoVector[Batch];
        return Count(Libc.Write(_fd, host, Gather(vectors, host), offset, WriteFlags), out written);
    }

    /// <inheritdoc/>
    public override Errno Seek(long offset, int whence, out long position)
    {
        position = Libc.Seek(_fd, offset, whence);
        return position < 0 ? Libc.LastError() : Errno.Success;
    }

    /// <inheritdoc/>
    public override Errno Sync(bool dataOnly) => Libc.Outcome(dataOnly ? Libc.DataSync(_fd) : Libc.Sync(_fd));

    /// <inheritdoc/>
    public override Errno Advise(long offset, long length, int advice) =>
        Libc.Advise(_fd, offset, length, advice) is not 0 and var error ? LinuxErrno.ToErrno(error) : Errno.Success;

    /// <inheritdoc/>
    public override Errno Allocate(long offset, long length) => Libc.Outcome(Libc.Allocate(_fd, 0, offset, length));

    /// <inheritdoc/>
    public override Errno Resize(long size) => Libc.Outcome(Libc.Truncate(_fd, size));

    /// <inheritdoc/>
    public override Errno Status(out FileStatus status) => FileStatus.Of(_fd, out status);

    /// <inheritdoc/>
    public override Errno SetTimes(in FileTimes times) => _readOnlyGrant ? Errno.RoFs : times.Set(_fd);

    /// <inheritdoc/>
    public override void Close() => _fd.Dispose();

    /// <summary>The first buffers that are not empty, as the kernel takes them. A guest's memory does not move while the host runs.</summary>
    private static int Gather(in IoVectors vectors, IoVector* host)
    {
        var count = 0;
        for (var i = 0; i < vectors.Count && count < Batch; i++)
        {
            var buffer = vectors[i];
            if (buffer.IsEmpty) continue;
            fixed (byte* start = buffer) host[count++] = new IoVector { Start = start, Length = (nuint)buffer.Length };
        }

        return count;
    }

    private static Errno Count(nint result, out int count)
    {
        count = (int)Math.Max(0, result);
        return result < 0 ? Libc.LastError() : Errno.Success;
    }
}
