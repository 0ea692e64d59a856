using System.Buffers.Binary;
using System.Text;

namespace EvalFaaS.Engines.Worker;

/// <summary>Reads a frame's payload; every read is bounded.</summary>
internal ref struct MessageReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new ProtocolException($"A flag has the value {other}."),
    };

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ulong UInt64() => (ulong)Int64();

    public string Text() => OptionalText() ?? throw new ProtocolException("A text that must be there is absent.");

    public string? OptionalText()
    {
        var length = UInt32();
        return length == MessageWriter.Absent ? null : Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>How many elements follow; each takes at least one byte.</summary>
    public int Count()
    {
        var count = UInt32();
        return count <= (uint)_rest.Length ? (int)count : throw new ProtocolException($"{count} elements are announced and {_rest.Length} bytes are left.");
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(uint bytes)
    {
        if (bytes > (uint)_rest.Length) throw new ProtocolException($"{bytes} bytes are announced and {_rest.Length} are left.");
        var taken = _rest[..(int)bytes];
        _rest = _rest[(int)bytes..];
        return taken;
    }

    /// <summary>Everything must have been read.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty) throw new ProtocolException($"A frame has {_rest.Length} bytes too many.");
    }
}
