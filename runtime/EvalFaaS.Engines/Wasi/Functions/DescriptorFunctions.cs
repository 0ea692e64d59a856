using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>What applies to every descriptor: closing, renumbering, its state and rights, and what was granted from the beginning.</summary>
internal static class DescriptorFunctions
{
    private const int StatLength = 24;
    private const int PrestatLength = 8;

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("fd_close", "i", static (in HostCall call) => call.State.Wasi.Descriptors.Close(call.UInt32(0))),
        WasiFunction.Of("fd_renumber", "ii", static (in HostCall call) => call.State.Wasi.Descriptors.Renumber(call.UInt32(0), call.UInt32(1))),
        WasiFunction.Of("fd_fdstat_get", "ii", static (in HostCall call) => Stat(call)),
        WasiFunction.Of("fd_fdstat_set_flags", "ii", static (in HostCall call) => SetFlags(call)),
        WasiFunction.Of("fd_fdstat_set_rights", "ill", static (in HostCall call) => SetRights(call)),
        WasiFunction.Of("fd_prestat_get", "ii", static (in HostCall call) => Prestat(call)),
        WasiFunction.Of("fd_prestat_dir_name", "iii", static (in HostCall call) => PrestatName(call)),
    ];

    /// <summary>(fd, state: pointer to fdstat)</summary>
    private static Errno Stat(in HostCall call)
    {
        if (call.State.Wasi.Descriptors[call.UInt32(0)] is not { } descriptor) return Errno.BadF;
        if (!call.Memory.TrySlice(call.UInt32(1), StatLength, out var stat)) return Errno.Fault;
        stat.Clear();
        stat[0] = (byte)descriptor.Type;
        BinaryPrimitives.WriteUInt16LittleEndian(stat[2..], (ushort)descriptor.Flags);
        BinaryPrimitives.WriteUInt64LittleEndian(stat[8..], (ulong)descriptor.Base);
        BinaryPrimitives.WriteUInt64LittleEndian(stat[16..], (ulong)descriptor.Inheriting);
        return Errno.Success;
    }

    /// <summary>(fd, flags)</summary>
    private static Errno SetFlags(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.FdStatSetFlags, out Descriptor descriptor) is not Errno.Success and var errno) return errno;
        var flags = (FdFlags)call.UInt32(1);
        if ((call.UInt32(1) & ~(uint)FdFlags.All) != 0) return Errno.Inval;
        descriptor.SetFlags(flags);
        return Errno.Success;
    }

    /// <summary>(fd, base, inheriting)</summary>
    private static Errno SetRights(in HostCall call) =>
        call.State.Wasi.Descriptors[call.UInt32(0)] is { } descriptor
            ? descriptor.Narrow((Rights)call.Int64(1), (Rights)call.Int64(2))
            : Errno.BadF;

    /// <summary>(fd, prestat: a tag, 0 for a directory, and the length of its name)</summary>
    private static Errno Prestat(in HostCall call)
    {
        if (call.State.Wasi.Descriptors[call.UInt32(0)]?.GuestPath is not { } path) return Errno.BadF;
        if (!call.Memory.TrySlice(call.UInt32(1), PrestatLength, out var prestat)) return Errno.Fault;
        prestat.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(prestat[4..], (uint)path.Length);
        return Errno.Success;
    }

    /// <summary>(fd, buffer, its length)</summary>
    private static Errno PrestatName(in HostCall call)
    {
        if (call.State.Wasi.Descriptors[call.UInt32(0)]?.GuestPath is not { } path) return Errno.BadF;
        if (call.UInt32(2) < path.Length) return Errno.NameTooLong;
        if (!call.Memory.TrySlice(call.UInt32(1), (uint)path.Length, out var name)) return Errno.Fault;
        path.CopyTo(name);
        return Errno.Success;
    }
}
