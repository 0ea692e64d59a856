namespace EvalFaaS.Engines;

/// <summary>What is known of an open file, and what can be done to it beside reading and writing.</summary>
internal static class FileFunctions
{
    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("fd_advise", "illi", static (in HostCall call) => Advise(call)),
        WasiFunction.Of("fd_allocate", "ill", static (in HostCall call) => Allocate(call)),
        WasiFunction.Of("fd_datasync", "i", static (in HostCall call) => Sync(call, Rights.FdDataSync, dataOnly: true)),
        WasiFunction.Of("fd_sync", "i", static (in HostCall call) => Sync(call, Rights.FdSync, dataOnly: false)),
        WasiFunction.Of("fd_filestat_get", "ii", static (in HostCall call) => Status(call)),
        WasiFunction.Of("fd_filestat_set_size", "il", static (in HostCall call) => Resize(call)),
        WasiFunction.Of("fd_filestat_set_times", "illi", static (in HostCall call) => SetTimes(call)),
    ];

    /// <summary>(fd, offset, length, advice: 0 to 5)</summary>
    private static Errno Advise(in HostCall call)
    {
        if (Find(call, Rights.FdAdvise, out var descriptor) is not Errno.Success and var errno) return errno;
        // Linux numbers the advice as WASI does but for the first three: normal, random, sequential.
        var advice = call.UInt32(3);
        if (advice > 5 || call.Int64(1) < 0 || call.Int64(2) < 0) return Errno.Inval;
        return descriptor.Advise(call.Int64(1), call.Int64(2), advice switch { 1 => 2, 2 => 1, _ => (int)advice });
    }

    /// <summary>(fd, offset, length)</summary>
    private static Errno Allocate(in HostCall call) =>
        Find(call, Rights.FdAllocate, out var descriptor) is not Errno.Success and var errno ? errno : descriptor.Allocate(call.Int64(1), call.Int64(2));

    /// <summary>(fd)</summary>
    private static Errno Sync(in HostCall call, Rights right, bool dataOnly) =>
        call.State.Wasi.Descriptors.Find(call.UInt32(0), right, out Descriptor descriptor) is not Errno.Success and var errno ? errno : descriptor.Sync(dataOnly);

    /// <summary>(fd, status: pointer to filestat)</summary>
    private static Errno Status(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.FdFileStatGet, out Descriptor descriptor) is not Errno.Success and var errno) return errno;
        return descriptor.Status(out var status) is not Errno.Success and var failed ? failed : status.Write(call.Memory, call.UInt32(1));
    }

    /// <summary>(fd, size)</summary>
    private static Errno Resize(in HostCall call) =>
        Find(call, Rights.FdFileStatSetSize, out var descriptor) is not Errno.Success and var errno ? errno : descriptor.Resize(call.Int64(1));

    /// <summary>(fd, access, modify, flags)</summary>
    private static Errno SetTimes(in HostCall call)
    {
        if (call.State.Wasi.Descriptors.Find(call.UInt32(0), Rights.FdFileStatSetTimes, out Descriptor descriptor) is not Errno.Success and var errno) return errno;
        return FileTimes.TryMake((ulong)call.Int64(1), (ulong)call.Int64(2), (TimeFlags)call.UInt32(3), out var times) is not Errno.Success and var invalid
            ? invalid
            : descriptor.SetTimes(times);
    }

    /// <summary>A descriptor with a right that only files have: on others the error says what they are.</summary>
    private static Errno Find(in HostCall call, Rights right, out Descriptor descriptor)
    {
        var errno = call.State.Wasi.Descriptors.Find(call.UInt32(0), right, out descriptor);
        return errno == Errno.NotCapable && descriptor.Type == FileType.Directory ? Errno.BadF : errno;
    }
}
