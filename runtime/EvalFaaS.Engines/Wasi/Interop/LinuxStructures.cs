using System.Runtime.InteropServices;

namespace EvalFaaS.Engines;

/// <summary><c>struct iovec</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IoVector
{
    public byte* Start;
    public nuint Length;
}

/// <summary><c>struct timespec</c> of 64-bit Linux.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimeSpec
{
    /// <summary>In <see cref="Nanoseconds"/>: the time of the call.</summary>
    public const long Now = (1 << 30) - 1;

    /// <summary>In <see cref="Nanoseconds"/>: stays as it is.</summary>
    public const long Omit = (1 << 30) - 2;

    public long Seconds;
    public long Nanoseconds;
}

/// <summary><c>struct statx</c>: the same on every architecture.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal struct Statx
{
    /// <summary>The fields of the classic stat.</summary>
    public const uint BasicMask = 0x7FF;

    public uint Mask;
    public uint BlockSize;
    public ulong Attributes;
    public uint Links;
    public uint User;
    public uint Group;
    public ushort Mode;
    public ushort Spare;
    public ulong Inode;
    public ulong Size;
    public ulong Blocks;
    public ulong AttributesMask;
    public StatxTime Access;
    public StatxTime Birth;
    public StatxTime Change;
    public StatxTime Modify;
    public uint DeviceOfNodeMajor;
    public uint DeviceOfNodeMinor;
    public uint DeviceMajor;
    public uint DeviceMinor;
}

/// <summary><c>struct statx_timestamp</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StatxTime
{
    public long Seconds;
    public uint Nanoseconds;
    public int Spare;
}
