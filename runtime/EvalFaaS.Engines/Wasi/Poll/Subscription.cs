using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>What a guest waits for (<c>subscription</c> in the witx).</summary>
internal readonly ref struct Subscription
{
    /// <summary>Bytes of one.</summary>
    public const int Length = 48;

    private const ushort AbsoluteTime = 1;
    private readonly ReadOnlySpan<byte> _bytes;

    public Subscription(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Given back with the event.</summary>
    public ulong UserData => BinaryPrimitives.ReadUInt64LittleEndian(_bytes);

    /// <summary>What kind of event.</summary>
    public PollKind Kind => (PollKind)_bytes[8];

    /// <summary>Which clock.</summary>
    public uint Clock => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[16..]);

    /// <summary>Which descriptor.</summary>
    public uint Descriptor => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[16..]);

    /// <summary>ns from now, or since the clock's zero.</summary>
    public ulong Timeout => BinaryPrimitives.ReadUInt64LittleEndian(_bytes[24..]);

    /// <summary>Whether <see cref="Timeout"/> is a point in time.</summary>
    public bool IsAbsolute => (BinaryPrimitives.ReadUInt16LittleEndian(_bytes[40..]) & AbsoluteTime) != 0;
}

/// <summary>What a subscription or an event is about (<c>eventtype</c> in the witx).</summary>
internal enum PollKind : byte
{
    Clock = 0,
    Read = 1,
    Write = 2,
}
