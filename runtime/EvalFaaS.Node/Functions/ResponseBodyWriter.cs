using System.Buffers;
using System.IO.Pipelines;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// A response's body. It keeps what is written until it is flushed or 64 KiB are full, so that a small body goes out with its length,
/// and so that a function that fails half-way still gets an honest status; after that it hands on to the server.
/// </summary>
internal sealed class ResponseBodyWriter(HttpInvocation invocation) : PipeWriter
{
    private const int FirstBuffer = 1 << 10;
    private const int LargestBuffer = 64 << 10;
    private byte[] _buffer = [];
    private int _length;
    private PipeWriter? _inner;

    /// <summary>What is written and not handed on.</summary>
    public ReadOnlySpan<byte> Buffered => _buffer.AsSpan(0, _length);

    /// <summary>Whether the response's head has been decided and bytes go to the server.</summary>
    public bool Streaming => _inner is not null;

    /// <summary>Bytes written in all.</summary>
    public long Total { get; private set; }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _inner?.UnflushedBytes ?? _length;

    /// <summary>Drops what is buffered.</summary>
    public void Discard() => _length = 0;

    /// <summary>Forgets the response; a buffer larger than the first is given back.</summary>
    public void Reset()
    {
        if (_buffer.Length > FirstBuffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        _length = 0;
        Total = 0;
        _inner = null;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_inner is null && Reserve(sizeHint)) return _buffer.AsMemory(_length);
        return _inner!.GetMemory(sizeHint);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_inner is null && Reserve(sizeHint)) return _buffer.AsSpan(_length);
        return _inner!.GetSpan(sizeHint);
    }

    public override void Advance(int bytes)
    {
        Total += bytes;
        if (_inner is not null) _inner.Advance(bytes);
        else _length += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Stream();
        return _inner!.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => _inner?.CancelPendingFlush();

    // The node ends the response, not the guest.
    public override void Complete(Exception? exception = null)
    {
    }

    private bool Reserve(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length) return true;
        if (needed > LargestBuffer)
        {
            Stream();
            return false;
        }

        var larger = needed <= FirstBuffer
            ? new byte[FirstBuffer] // Stays with the connection.
            : ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Min(_buffer.Length * 4, LargestBuffer)));
        Buffered.CopyTo(larger);
        if (_buffer.Length > FirstBuffer) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        return true;
    }

    private void Stream()
    {
        if (_inner is not null) return;
        _inner = invocation.CommitHead(length: null);
        _inner.Write(Buffered);
        _length = 0;
    }
}
