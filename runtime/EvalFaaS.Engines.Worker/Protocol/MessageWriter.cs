using System.Buffers.Binary;
using System.Text;

namespace EvalFaaS.Engines.Worker;

/// <summary>Puts frames one behind the other into a buffer that grows. Numbers are little-endian; texts and byte strings carry their length (u32), absent texts 0xFFFFFFFF.</summary>
internal sealed class MessageWriter
{
    internal const uint Absent = uint.MaxValue;
    private const int KeptBytes = 256 << 10;
    private byte[] _buffer = new byte[16 << 10];
    private int _length;
    private int _frame = -1;

    /// <summary>What was written and not cleared.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Clear()
    {
        _length = 0;
        _frame = -1;
        if (_buffer.Length > KeptBytes) _buffer = new byte[KeptBytes];
    }

    /// <summary>Starts a frame; it ends at <see cref="End"/>.</summary>
    public void Begin(FrameKind kind)
    {
        if (_frame >= 0) throw new InvalidOperationException("A frame is open already.");
        _frame = _length;
        Space(WorkerProtocol.HeaderBytes).Clear();
        _buffer[_frame + sizeof(uint)] = (byte)kind;
    }

    public void End()
    {
        var payload = _length - _frame - WorkerProtocol.HeaderBytes;
        if (payload > WorkerProtocol.MaximumPayload)
        {
            _length = _frame;
            _frame = -1;
            throw new ProtocolException($"A frame of {payload} bytes is larger than the {WorkerProtocol.MaximumPayload} that the worker protocol carries.");
        }

        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_frame), payload);
        _frame = -1;
    }

    public void Byte(byte value) => Space(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Space(sizeof(ushort)), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Space(sizeof(int)), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Space(sizeof(uint)), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Space(sizeof(long)), value);

    public void Text(string? value)
    {
        if (value is null)
        {
            UInt32(Absent);
            return;
        }

        // At most three bytes a UTF-16 unit: one pass instead of two.
        Ensure(sizeof(uint) + value.Length * 3);
        var bytes = Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length + sizeof(uint)));
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length), bytes);
        _length += sizeof(uint) + bytes;
    }

    /// <summary>Starts a byte string of a length that is known only at its end.</summary>
    /// <returns>For <see cref="EndBlock"/>.</returns>
    public int BeginBlock()
    {
        UInt32(0);
        return _length;
    }

    public void EndBlock(int begin) => BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(begin - sizeof(uint)), _length - begin);

    /// <summary>Bytes without their length: the rest of a frame.</summary>
    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Space(value.Length));

    /// <summary>Room at the end of the frame, to be filled.</summary>
    public Span<byte> Space(int bytes)
    {
        Ensure(bytes);
        var space = _buffer.AsSpan(_length, bytes);
        _length += bytes;
        return space;
    }

    private void Ensure(int bytes)
    {
        if (_buffer.Length - _length >= bytes) return;
        Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
    }
}
