using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary>Tells whether a reservation of address space would succeed: the engine ends the process where its pool cannot be reserved.</summary>
internal static unsafe partial class AddressSpace
{
    private const int ProtectionNone = 0;
    private const int PrivateAnonymousNoReserve = 0x02 | 0x20 | 0x4000;
    private const nint Failed = -1;

    /// <summary>Whether so many bytes can be reserved in one piece now.</summary>
    public static bool Fits(ulong bytes)
    {
        if (!OperatingSystem.IsLinux()) return true;
        var address = Map(0, (nuint)bytes, ProtectionNone, PrivateAnonymousNoReserve, -1, 0);
        if (address == Failed) return false;
        _ = Unmap(address, (nuint)bytes);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
