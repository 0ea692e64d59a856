using System.Runtime.InteropServices;

namespace EvalFaaS.Engines;

/// <summary>Flags of Linux's open; four of them differ between architectures (<c>asm/fcntl.h</c>).</summary>
internal static class LinuxOpen
{
    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    public const ulong ReadOnly = 0;
    public const ulong WriteOnly = 1;
    public const ulong ReadWrite = 2;
    public const ulong Create = 0x40;
    public const ulong Exclusive = 0x80;
    public const ulong NoTerminal = 0x100;
    public const ulong Truncate = 0x200;
    public const ulong NonBlock = 0x800;
    public const ulong CloseOnExec = 0x8_0000;
    public const ulong Path = 0x20_0000;
    public static readonly ulong Directory = Arm ? 0x4000u : 0x1_0000;
    public static readonly ulong NoFollow = Arm ? 0x8000u : 0x2_0000;
}
