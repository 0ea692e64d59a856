namespace EvalFaaS.Engines;

/// <summary>Reading, writing and the position.</summary>
internal static class ReadWriteFunctions
{
    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("fd_read", "iiii", static (in HostCall call) => Read(call)),
        WasiFunction.Of("fd_write", "iiii", static (in HostCall call) => Write(call)),
        WasiFunction.Of("fd_pread", "iiili", static (in HostCall call) => ReadAt(call)),
        WasiFunction.Of("fd_pwrite", "iiili", static (in HostCall call) => WriteAt(call)),
        WasiFunction.Of("fd_seek", "ilii", static (in HostCall call) => Seek(call)),
        WasiFunction.Of("fd_tell", "ii", static (in HostCall call) => Tell(call)),
    ];

    /// <summary>(fd, vectors, their count, read: pointer to u32)</summary>
    private static Errno Read(in HostCall call)
    {
        if (Open(call, Rights.FdRead, 3, out var descriptor, out var vectors) is not Errno.Success and var errno) return errno;
        return Answer(call, 3, descriptor.Read(vectors, out var count), count);
    }

    /// <summary>(fd, vectors, their count, written: pointer to u32)</summary>
    private static Errno Write(in HostCall call)
    {
        if (Open(call, Rights.FdWrite, 3, out var descriptor, out var vectors) is not Errno.Success and var errno) return errno;
        return Answer(call, 3, descriptor.Write(vectors, out var count), count);
    }

    /// <summary>(fd, vectors, their count, offset, read: pointer to u32)</summary>
    private static Errno ReadAt(in HostCall call)
    {
        if (Open(call, Rights.FdRead, 4, out var descriptor, out var vectors) is not Errno.Success and var errno) return errno;
        return Answer(call, 4, descriptor.ReadAt(vectors, call.Int64(3), out var count), count);
    }

    /// <summary>(fd, vectors, their count, offset, written: pointer to u32)</summary>
    private static Errno WriteAt(in HostCall call)
    {
        if (Open(call, Rights.FdWrite, 4, out var descriptor, out var vectors) is not Errno.Success and var errno) return errno;
        return Answer(call, 4, descriptor.WriteAt(vectors, call.Int64(3), out var count), count);
    }

    /// <summary>(fd, offset, whence: 0 start, 1 position, 2 end; position: pointer to u64)</summary>
    private static Errno Seek(in HostCall call)
    {
        var offset = call.Int64(1);
        var whence = call.UInt32(2);
        if (call.State.Wasi.Descriptors[call.UInt32(0)] is not { } descriptor) return Errno.BadF;
        if (whence > 2) return Errno.Inval;
        var onlyAsks = offset == 0 && whence == 1;
        if (descriptor.Type == FileType.RegularFile && !Has(descriptor, onlyAsks)) return Errno.NotCapable;
        return Answer(call, 3, descriptor.Seek(offset, (int)whence, out var position), position);
    }

    /// <summary>(fd, position: pointer to u64)</summary>
    private static Errno Tell(in HostCall call)
    {
        if (call.State.Wasi.Descriptors[call.UInt32(0)] is not { } descriptor) return Errno.BadF;
        if (descriptor.Type == FileType.RegularFile && !Has(descriptor, onlyAsks: true)) return Errno.NotCapable;
        return Answer(call, 1, descriptor.Seek(0, 1, out var position), position);
    }

    /// <summary>The right to seek implies the right to ask for the position.</summary>
    private static bool Has(Descriptor descriptor, bool onlyAsks) =>
        (descriptor.Base & (onlyAsks ? Rights.FdSeek | Rights.FdTell : Rights.FdSeek)) != 0;

    private static Errno Open(in HostCall call, Rights rights, int result, out Descriptor descriptor, out IoVectors vectors)
    {
        vectors = default;
        descriptor = call.State.Wasi.Descriptors[call.UInt32(0)]!;
        if (descriptor is null) return Errno.BadF;
        if ((descriptor.Base & rights) == 0 && descriptor.Type != FileType.Directory) return Errno.BadF;
        if (!call.Memory.TrySlice(call.UInt32(result), sizeof(uint), out _)) return Errno.Fault;
        return IoVectors.TryOpen(call.Memory, call.UInt32(1), call.UInt32(2), out vectors);
    }

    private static Errno Answer(in HostCall call, int result, Errno errno, int count)
    {
        if (errno == Errno.Success) call.Memory.TryWriteUInt32(call.UInt32(result), (uint)count);
        return errno;
    }

    private static Errno Answer(in HostCall call, int result, Errno errno, long position)
    {
        if (errno != Errno.Success) return errno;
        return call.Memory.TryWriteUInt64(call.UInt32(result), (ulong)position) ? Errno.Success : Errno.Fault;
    }
}
