using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace EvalFaaS.Engines;

/// <summary>A guest's linear memory at one moment: valid until the guest runs again. Every access is checked.</summary>
public readonly unsafe ref struct GuestMemory
{
    private readonly byte* _data;

    /// <summary>The memory at this address, of this many bytes (up to 4 GiB).</summary>
    public GuestMemory(byte* data, ulong length)
    {
        _data = data;
        Length = length;
    }

    /// <summary>Bytes.</summary>
    public ulong Length { get; }

    /// <summary>A part of it, or false when it lies outside or is longer than a span can be (2 GiB).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySlice(uint pointer, uint length, out Span<byte> bytes)
    {
        if ((ulong)pointer + length > Length || length > int.MaxValue)
        {
            bytes = default;
            return false;
        }

        bytes = new Span<byte>(_data + pointer, (int)length);
        return true;
    }

    /// <summary>Reads a little-endian u32, or false when it lies outside.</summary>
    public bool TryReadUInt32(uint pointer, out uint value)
    {
        var inside = TrySlice(pointer, sizeof(uint), out var bytes);
        value = inside ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : 0;
        return inside;
    }

    /// <summary>Writes a little-endian u32, or false when it lies outside.</summary>
    public bool TryWriteUInt32(uint pointer, uint value)
    {
        if (!TrySlice(pointer, sizeof(uint), out var bytes)) return false;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return true;
    }

    /// <summary>Writes a little-endian u64, or false when it lies outside.</summary>
    public bool TryWriteUInt64(uint pointer, ulong value)
    {
        if (!TrySlice(pointer, sizeof(ulong), out var bytes)) return false;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return true;
    }
}
