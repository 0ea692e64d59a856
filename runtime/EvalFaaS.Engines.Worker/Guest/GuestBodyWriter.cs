using System.IO.Pipelines;

namespace EvalFaaS.Engines.Worker;

/// <summary>The response's body inside the worker: sent when flushed or with the outcome. A full socket holds the guest's thread: that is the back-pressure.</summary>
internal sealed class GuestBodyWriter(DataChannel channel, GuestResponseHead head, CancelInbox inbox) : PipeWriter
{
    private const int KeptBytes = 256 << 10;
    private byte[] _buffer = new byte[WorkerProtocol.InlineBytes];
    private int _length;

    /// <inheritdoc/>
    public override bool CanGetUnflushedBytes => true;

    /// <inheritdoc/>
    public override long UnflushedBytes => _length;

    public void Begin()
    {
        _length = 0;
        if (_buffer.Length > KeptBytes) _buffer = new byte[KeptBytes];
    }

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed > _buffer.Length) Array.Resize(ref _buffer, Math.Max(needed, Math.Min(_buffer.Length * 2, Array.MaxLength)));
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public override void Advance(int bytes) => _length += bytes;

    /// <inheritdoc/>
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Emit(flush: true);
        channel.Flush();
        return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: inbox.ReaderGone));
    }

    /// <summary>Puts what is written into frames, which are sent with what follows.</summary>
    public void Emit(bool flush)
    {
        head.Emit();
        for (var sent = 0; sent < _length;)
        {
            var part = Math.Min(_length - sent, WorkerProtocol.ChunkBytes);
            channel.Writer.Begin(FrameKind.Chunk);
            channel.Writer.Flag(flush && sent + part == _length);
            channel.Writer.Raw(_buffer.AsSpan(sent, part));
            channel.Writer.End();
            sent += part;
            if (sent < _length) channel.Flush();
        }

        _length = 0;
    }

    /// <inheritdoc/>
    public override void CancelPendingFlush()
    {
        // A flush here is over when it returns.
    }

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null)
    {
        // The outcome ends the body.
    }
}
