using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>WasmEdge_Value: 16 bytes of value, 8 of type, padded to the 16 that its alignment asks for.</summary>
[StructLayout(LayoutKind.Explicit, Size = SizeOf)]
internal struct WasmEdgeValue
{
    /// <summary>Bytes from one value to the next.</summary>
    public const int SizeOf = 32;

    /// <summary>Numbers of up to 64 bits; the low half of a vector.</summary>
    [FieldOffset(0)]
    public long Low;

    /// <summary>The high half of a vector.</summary>
    [FieldOffset(8)]
    public long High;

    /// <summary>WasmEdge_ValType.</summary>
    [FieldOffset(16)]
    public ulong Type;
}

/// <summary>WasmEdge_String: a length and bytes that somebody else keeps.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WasmEdgeString
{
    public uint Length;
    public byte* Bytes;
}
