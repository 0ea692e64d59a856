namespace EvalFaaS.Engines;

/// <summary>Writes values of the binary format.</summary>
internal sealed class WasmWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public WasmWriter Byte(byte value)
    {
        Room(1)[0] = value;
        _length++;
        return this;
    }

    public WasmWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
        return this;
    }

    public WasmWriter UInt32(uint value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        return Byte((byte)value);
    }

    public WasmWriter Int32(int value)
    {
        for (; value is < -64 or > 63; value >>= 7) Byte((byte)(value & 0x7F | 0x80));
        return Byte((byte)(value & 0x7F));
    }

    /// <summary>A length and these bytes.</summary>
    public WasmWriter Sized(ReadOnlySpan<byte> bytes) => UInt32((uint)bytes.Length).Bytes(bytes);

    /// <summary>A whole section.</summary>
    public WasmWriter Section(byte id, ReadOnlySpan<byte> content) => Byte(id).Sized(content);

    public WasmWriter LocalGet(uint local) => Byte(0x20).UInt32(local);

    public WasmWriter GlobalGet(uint global) => Byte(0x23).UInt32(global);

    public WasmWriter GlobalSet(uint global) => Byte(0x24).UInt32(global);

    public WasmWriter Const(int value) => Byte(0x41).Int32(value);

    public WasmWriter Call(uint function) => Byte(0x10).UInt32(function);

    /// <summary>i32 to i64, unsigned.</summary>
    public WasmWriter Extend() => Byte(0xAD);

    private Span<byte> Room(int count)
    {
        if (_length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        return _bytes.AsSpan(_length);
    }
}
