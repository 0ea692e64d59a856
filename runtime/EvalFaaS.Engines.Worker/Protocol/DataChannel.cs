using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Worker;

/// <summary>What a read found.</summary>
internal enum ReadStatus
{
    /// <summary>A frame.</summary>
    Frame,

    /// <summary>Nothing yet.</summary>
    TimedOut,

    /// <summary>The other side is gone.</summary>
    Closed,
}

/// <summary>
/// Frames over the data socket, by blocking system calls: an asynchronous socket costs two more wake-ups a call.
/// One thread reads at a time; writes and flushes are the caller's to order.
/// </summary>
internal sealed unsafe class DataChannel(FileHandle socket) : IDisposable
{
    private const int KeptBytes = 256 << 10;
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <summary>Frames to send with the next <see cref="Flush"/>.</summary>
    public MessageWriter Writer { get; } = new();

    /// <summary>For polling.</summary>
    public int Descriptor => socket.Descriptor;

    /// <summary>Whether the other side is still there, by a look that takes nothing.</summary>
    public bool IsOpen
    {
        get
        {
            byte one;
            var received = Libc.Receive(socket, &one, 1, Libc.Peek | Libc.DontWait);
            return received > 0 || (received < 0 && Marshal.GetLastPInvokeError() is Libc.Again or Libc.Interrupted);
        }
    }

    /// <summary>How long a read waits before it answers <see cref="ReadStatus.TimedOut"/>; zero waits for ever.</summary>
    public void SetPatience(TimeSpan patience)
    {
        var time = stackalloc long[2];
        time[0] = (long)patience.TotalSeconds;
        time[1] = patience.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
        Libc.SetSocketOption(socket, Libc.SolSocket, Libc.ReceiveTimeout, time, 2 * sizeof(long));
    }

    /// <summary>Sends what is written.</summary>
    /// <exception cref="ChannelClosedException">The other side is gone.</exception>
    public void Flush()
    {
        var rest = Writer.Written;
        while (!rest.IsEmpty)
        {
            nint sent;
            fixed (byte* bytes = rest) sent = Libc.Send(socket, bytes, (nuint)rest.Length, Libc.NoSignal);
            if (sent > 0) rest = rest[(int)sent..];
            else if (Marshal.GetLastPInvokeError() is not (Libc.Interrupted or Libc.Again)) throw new ChannelClosedException();
        }

        Writer.Clear();
    }

    /// <summary>Reads a frame; its payload is valid until the next read.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="payload">Its content.</param>
    /// <param name="wait">Whether to wait for it.</param>
    public ReadStatus Read(out FrameKind kind, out ReadOnlySpan<byte> payload, bool wait = true)
    {
        kind = default;
        payload = default;
        while (!TryTake(out kind, out payload))
        {
            nint received;
            fixed (byte* bytes = &_buffer[_end]) received = Libc.Receive(socket, bytes, (nuint)(_buffer.Length - _end), wait ? 0 : Libc.DontWait);
            if (received > 0) _end += (int)received;
            else if (received == 0) return ReadStatus.Closed;
            else if (Marshal.GetLastPInvokeError() == Libc.Again) return ReadStatus.TimedOut;
            else if (Marshal.GetLastPInvokeError() != Libc.Interrupted) return ReadStatus.Closed;
        }

        return ReadStatus.Frame;
    }

    /// <summary>Makes every read and write on both sides end.</summary>
    public void Break() => Libc.Shutdown(socket, 2);

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private bool TryTake(out FrameKind kind, out ReadOnlySpan<byte> payload)
    {
        kind = default;
        payload = default;
        var needed = WorkerProtocol.HeaderBytes;
        var have = _end - _start;
        if (have >= needed)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(_start));
            if (length > WorkerProtocol.MaximumPayload) throw new ProtocolException($"A frame announces {length} bytes.");
            needed += (int)length;
            if (have >= needed)
            {
                kind = (FrameKind)_buffer[_start + sizeof(uint)];
                payload = _buffer.AsSpan(_start + WorkerProtocol.HeaderBytes, (int)length);
                _start += needed;
                return true;
            }
        }

        MakeRoom(needed, have);
        return false;
    }

    private void MakeRoom(int needed, int have)
    {
        if (have == 0)
        {
            _start = _end = 0;
            if (_buffer.Length > KeptBytes && needed <= KeptBytes) _buffer = new byte[KeptBytes];
        }

        if (_buffer.Length - _start >= needed && _end < _buffer.Length) return;
        var target = needed > _buffer.Length ? new byte[needed] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, have);
        _buffer = target;
        _start = 0;
        _end = have;
    }
}
