using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>Listing a directory.</summary>
internal static unsafe class DirectoryFunctions
{
    private const int EntryLength = 24;
    private const int BufferSize = 8 << 10;

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("fd_readdir", "iiili", static (in HostCall call) => Read(call)),
    ];

    /// <summary>(fd, buffer, its length, cookie: where to begin, used: pointer to u32)</summary>
    /// <remarks>
    /// A cookie is the kernel's own offset of the next entry, so that nothing is kept between calls. A full buffer may end in part of an entry:
    /// that is how a guest learns that there is more.
    /// </remarks>
    private static Errno Read(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.FdReadDir, out HostDirectory directory) is not Errno.Success and var errno) return errno;
        if (directory.Open(out var fd) is not Errno.Success and var failed) return failed;
        if (!call.Memory.TrySlice(call.UInt32(1), call.UInt32(2), out var target) || !call.Memory.TrySlice(call.UInt32(4), sizeof(uint), out _)) return Errno.Fault;
        if (Libc.Seek(fd, call.Int64(3), 0) < 0) return Libc.LastError();

        var buffer = stackalloc byte[BufferSize];
        var rest = target;
        while (!rest.IsEmpty)
        {
            var length = Libc.ReadDirectory(fd, buffer, BufferSize);
            if (length < 0) return Libc.LastError();
            if (length == 0) break;
            var entries = new DirectoryEntries(new ReadOnlySpan<byte>(buffer, (int)length));
            while (!rest.IsEmpty && entries.MoveNext()) Write(entries, ref rest);
        }

        call.Memory.TryWriteUInt32(call.UInt32(4), (uint)(target.Length - rest.Length));
        return Errno.Success;
    }

    private static void Write(in DirectoryEntries entry, ref Span<byte> rest)
    {
        Span<byte> head = stackalloc byte[EntryLength];
        head.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(head, entry.Next);
        // The parent's inode may be that of a directory outside: it is nobody's business here.
        BinaryPrimitives.WriteUInt64LittleEndian(head[8..], entry.Name.SequenceEqual(".."u8) ? 0 : entry.Inode);
        BinaryPrimitives.WriteUInt32LittleEndian(head[16..], (uint)entry.Name.Length);
        head[20] = (byte)entry.Type;
        Append(head, ref rest);
        Append(entry.Name, ref rest);
    }

    private static void Append(scoped ReadOnlySpan<byte> bytes, ref Span<byte> rest)
    {
        var length = Math.Min(bytes.Length, rest.Length);
        bytes[..length].CopyTo(rest);
        rest = rest[length..];
    }
}
