using System.Buffers;
using System.IO.Pipelines;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>A pipe writer that keeps everything in one buffer and never waits.</summary>
internal sealed class BufferPipeWriter(ArrayBufferWriter<byte> buffer) : PipeWriter
{
    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => 0;

    public override void Advance(int bytes) => buffer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => buffer.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void CancelPendingFlush()
    {
        // A flush is never pending.
    }

    public override void Complete(Exception? exception = null)
    {
        // Nothing to end.
    }
}
