using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>What is known of a file (<c>filestat</c> in the witx). Times are ns since 1970.</summary>
internal struct FileStatus
{
    private const int Length = 64;

    public ulong Device;
    public ulong Inode;
    public FileType Type;
    public ulong Links;
    public ulong Size;
    public ulong Access;
    public ulong Modify;
    public ulong Change;

    /// <summary>Asks the host.</summary>
    public static unsafe Errno Of(HostFd fd, out FileStatus status)
    {
        status = default;
        Statx found;
        var empty = (byte)0;
        if (Libc.Status(fd, &empty, Libc.AtEmptyPath, Statx.BasicMask, &found) != 0) return Libc.LastError();
        status = new FileStatus
        {
            Device = ((ulong)found.DeviceMajor << 32) | found.DeviceMinor,
            Inode = found.Inode,
            Type = TypeOf(found.Mode),
            Links = found.Links,
            Size = found.Size,
            Access = Nanoseconds(found.Access),
            Modify = Nanoseconds(found.Modify),
            Change = Nanoseconds(found.Change),
        };
        return Errno.Success;
    }

    /// <summary>Writes it to the guest.</summary>
    public readonly Errno Write(GuestMemory memory, uint pointer)
    {
        if (!memory.TrySlice(pointer, Length, out var target)) return Errno.Fault;
        target.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(target, Device);
        BinaryPrimitives.WriteUInt64LittleEndian(target[8..], Inode);
        target[16] = (byte)Type;
        BinaryPrimitives.WriteUInt64LittleEndian(target[24..], Links);
        BinaryPrimitives.WriteUInt64LittleEndian(target[32..], Size);
        BinaryPrimitives.WriteUInt64LittleEndian(target[40..], Access);
        BinaryPrimitives.WriteUInt64LittleEndian(target[48..], Modify);
        BinaryPrimitives.WriteUInt64LittleEndian(target[56..], Change);
        return Errno.Success;
    }

    private static ulong Nanoseconds(StatxTime time) =>
        time.Seconds < 0 ? 0 : (ulong)time.Seconds * 1_000_000_000 + time.Nanoseconds;

    private static FileType TypeOf(ushort mode) => (mode & 0xF000) switch
    {
        0x2000 => FileType.CharacterDevice,
        0x4000 => FileType.Directory,
        0x6000 => FileType.BlockDevice,
        0x8000 => FileType.RegularFile,
        0xA000 => FileType.SymbolicLink,
        0xC000 => FileType.SocketStream,
        _ => FileType.Unknown,
    };
}
