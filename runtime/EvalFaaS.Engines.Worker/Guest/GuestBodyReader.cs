using System.Buffers;
using System.IO.Pipelines;

namespace EvalFaaS.Engines.Worker;

/// <summary>The request's body inside the worker: what came with the request, then what the parent sends when asked. A read holds the guest's thread.</summary>
internal sealed class GuestBodyReader(DataChannel channel, WaitSignal signal) : PipeReader
{
    private const int KeptBytes = 256 << 10;
    private byte[] _buffer = new byte[WorkerProtocol.InlineBytes];
    private int _start;
    private int _end;
    private int _examined;
    private bool _ended;
    private bool _failed;
    private bool _pulling;
    private bool _cancelled;

    public void Begin(ReadOnlySpan<byte> inline, bool whole)
    {
        if (_buffer.Length > KeptBytes) _buffer = new byte[KeptBytes];
        _start = _end = _examined = 0;
        _pulling = _failed = _cancelled = false;
        _ended = whole;
        Append(inline);
    }

    /// <inheritdoc/>
    public override bool TryRead(out ReadResult result)
    {
        if (!Ready)
        {
            Pull();
            while (!Ready && channel.Read(out var kind, out var payload, wait: false) is var status && status != ReadStatus.TimedOut) Take(status, kind, payload);
        }

        if (!Ready)
        {
            result = default;
            return false;
        }

        result = Current();
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (Ready) return new ValueTask<ReadResult>(Current());
        Pull();
        signal.Clear();
        using var registration = cancellationToken.UnsafeRegister(static s => ((WaitSignal)s!).Set(), signal);
        while (!Ready)
        {
            var status = channel.Read(out var kind, out var payload, wait: false);
            if (status != ReadStatus.TimedOut) Take(status, kind, payload);
            else if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<ReadResult>(cancellationToken);
            else signal.Wait(channel.Descriptor);
        }

        return new ValueTask<ReadResult>(Current());
    }

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _start = consumed.GetInteger();
        _examined = examined.GetInteger();
    }

    /// <inheritdoc/>
    public override void CancelPendingRead()
    {
        _cancelled = true;
        signal.Set();
    }

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null)
    {
        _start = _examined = _end;
        _ended = true;
    }

    private bool Ready => _ended || _failed || _cancelled || _end > Math.Max(_start, _examined);

    private ReadResult Current()
    {
        if (_failed) throw new IOException("The request's body broke off before its end.");
        var cancelled = _cancelled;
        _cancelled = false;
        return new ReadResult(new ReadOnlySequence<byte>(_buffer, 0, _end).Slice(_start), cancelled, _ended);
    }

    private void Pull()
    {
        if (_pulling) return;
        _pulling = true;
        channel.Writer.Begin(FrameKind.Pull);
        channel.Writer.End();
        channel.Flush();
    }

    private void Take(ReadStatus status, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        if (status == ReadStatus.Closed) throw new ChannelClosedException();
        if (kind != FrameKind.Body) throw new ProtocolException($"The guest waits for its body and {kind} comes.");
        var reader = new MessageReader(payload);
        _pulling = false;
        switch ((BodyState)reader.Byte())
        {
            case BodyState.Last:
                _ended = true;
                break;
            case BodyState.Broken:
                _failed = true;
                break;
        }

        Append(reader.Rest);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_start == _end) _start = _end = _examined = 0;
        if (_buffer.Length - _end < bytes.Length)
        {
            var target = _buffer.Length - (_end - _start) >= bytes.Length ? _buffer : new byte[Math.Max(_buffer.Length * 2, _end - _start + bytes.Length)];
            Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
            _examined = Math.Max(0, _examined - _start);
            _end -= _start;
            _start = 0;
            _buffer = target;
        }

        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }
}
