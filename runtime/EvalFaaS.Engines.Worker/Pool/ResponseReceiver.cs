using System.Buffers;
using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Hands a worker's response on. While the client is slow nothing more is read from the worker, so the guest is slowed down too.</summary>
internal sealed class ResponseReceiver(WorkerProcess worker)
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private InvocationContext? _context;
    private InvocationCancellation? _cancellation;
    private ValueTask<FlushResult> _flush;
    private bool _flushing;
    private bool _discards;
    private long _sequence;

    public void Begin(InvocationContext context, InvocationCancellation cancellation, long sequence)
    {
        _sequence = sequence;
        _context = context;
        _cancellation = cancellation;
        _flushing = _discards = false;
    }

    public void End()
    {
        _context = null;
        _cancellation = null;
        _flush = default;
    }

    public void TakeHead(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        _context!.SetStatus(reader.UInt16());
        _headers.Clear();
        HeadCodec.ReadHeaders(ref reader, _headers);
        reader.End();
        foreach (var (name, value) in _headers) _context.AddResponseHeader(name, value);
    }

    public void TakeChunk(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        var flush = reader.Flag();
        if (_discards) return;
        try
        {
            _context!.ResponseBody.Write(reader.Rest);
            if (!flush) return;
            _flush = _context.ResponseBody.FlushAsync();
            _flushing = true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            LoseClient();
        }
    }

    /// <summary>Whether everything given is on its way to the client.</summary>
    /// <param name="wait">Whether to wait for that, as long as the invocation may.</param>
    public bool Flushed(bool wait)
    {
        if (!_flushing) return true;
        if (!_flush.IsCompleted && !wait) return false;
        _flushing = false;
        try
        {
            var result = _flush.IsCompleted ? _flush.GetAwaiter().GetResult() : Wait(_flush.AsTask());
            if (result.IsCompleted) LoseClient();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            LoseClient();
        }

        return true;
    }

    private FlushResult Wait(Task<FlushResult> flush)
    {
        try
        {
            flush.Wait(_cancellation!.Token);
        }
        catch (OperationCanceledException)
        {
            _context!.ResponseBody.CancelPendingFlush();
        }
        catch (AggregateException)
        {
            // Thrown below as it is.
        }

        return flush.GetAwaiter().GetResult();
    }

    // The worker goes on sending until its guest has ended; nobody wants it any more.
    private void LoseClient()
    {
        _discards = true;
        // A process whose reader went away is told so when it writes, and does what it likes.
        if (_context!.Request is null) worker.Cancel(_sequence, CancelReason.None);
        else if (_cancellation!.Check() == CancelReason.None) _cancellation.Request(CancelReason.ClientGone);
    }
}
