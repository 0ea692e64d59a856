using System.Buffers;
using System.IO.Pipelines;

namespace EvalFaaS.Engines.Worker;

/// <summary>Sends an invocation: what is there of the body with the request, the rest when the worker asks for it.</summary>
internal sealed class RequestSender(DataChannel channel)
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly Lock _lock = new();
    private InvocationContext? _context;
    private Task? _reading;
    private long _sent;

    /// <summary>Sends the request and as much of its body as has arrived and fits.</summary>
    public void Send(in WorkerCall call, long sequence, InvocationContext context, InvocationCancellation cancellation)
    {
        _context = context;
        _reading = null;
        _sent = 0;
        var hasBody = TryRead(context, out var body);
        var whole = context.RequestLength == 0 || (hasBody && body.Buffer.Length <= WorkerProtocol.InlineBytes && IsLast(body, body.Buffer.Length));
        var flags = call.Flags | (whole ? InvokeFlags.WholeBody : 0) | (context.Request is null ? InvokeFlags.PlainProcess : call.NeedsHead ? InvokeFlags.Head : 0);
        var writer = channel.Writer;
        writer.Begin(FrameKind.Invoke);
        new Invoke
        {
            Sequence = sequence,
            Module = call.Module.Key,
            Surroundings = call.Surroundings.Id,
            Instance = call.Instance,
            Flags = flags,
            Terminals = context.Terminals,
            RemainingNs = cancellation.Remaining is var left && left == Timeout.InfiniteTimeSpan ? Invoke.None : (long)left.TotalNanoseconds,
            RequestLength = context.RequestLength ?? Invoke.None,
        }.Write(writer);
        writer.Text(context.InvocationId);
        if ((flags & InvokeFlags.Head) != 0)
        {
            var block = writer.BeginBlock();
            HeadCodec.Write(writer, context.Request!, _headers);
            writer.EndBlock(block);
        }

        if (hasBody) CopyPart(body, WorkerProtocol.InlineBytes);
        writer.End();
        channel.Flush();
    }

    /// <summary>The worker asks for more: sends what is there, or what comes when it comes.</summary>
    public void SendMore()
    {
        try
        {
            var reading = _context!.RequestBody.ReadAsync();
            if (reading.IsCompletedSuccessfully) SendPart(_context, reading.Result);
            else _reading = SendLater(_context, reading);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            SendBroken();
        }
    }

    /// <summary>The invocation is over: nothing more is sent, and nobody reads its body any more.</summary>
    public void End()
    {
        InvocationContext? context;
        lock (_lock)
        {
            context = _context;
            _context = null;
        }

        if (_reading is null or { IsCompleted: true }) return;
        context?.RequestBody.CancelPendingRead();
        // A terminal's read ends when somebody types; a request's ends now.
        if (context?.Request is not null) _reading.Wait();
    }

    private async Task SendLater(InvocationContext context, ValueTask<ReadResult> reading)
    {
        try
        {
            var result = await reading.ConfigureAwait(false);
            lock (_lock)
            {
                if (_context == context) SendPart(context, result);
                else context.RequestBody.AdvanceTo(result.Buffer.Start);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            lock (_lock)
            {
                if (_context == context) SendBroken();
            }
        }
        catch (ChannelClosedException)
        {
            // Whoever listens to the worker sees it, too.
        }
    }

    private void SendPart(InvocationContext context, ReadResult body)
    {
        channel.Writer.Begin(FrameKind.Body);
        var last = body.Buffer.Length <= WorkerProtocol.ChunkBytes && IsLast(body, body.Buffer.Length);
        channel.Writer.Byte((byte)(body.IsCanceled ? BodyState.Broken : last ? BodyState.Last : BodyState.More));
        CopyPart(body, WorkerProtocol.ChunkBytes, context);
        channel.Writer.End();
        channel.Flush();
    }

    private void SendBroken()
    {
        channel.Writer.Begin(FrameKind.Body);
        channel.Writer.Byte((byte)BodyState.Broken);
        channel.Writer.End();
        channel.Flush();
    }

    private static bool TryRead(InvocationContext context, out ReadResult body)
    {
        body = default;
        try
        {
            return context.RequestLength != 0 && context.RequestBody.TryRead(out body);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The guest meets it when it reads.
            return false;
        }
    }

    // A reader that has given the announced length may still not say that it is at its end.
    private bool IsLast(in ReadResult body, long part) => body.IsCompleted || _sent + part == _context!.RequestLength;

    private void CopyPart(in ReadResult body, int most, InvocationContext? context = null)
    {
        var part = body.Buffer.Length <= most ? body.Buffer : body.Buffer.Slice(0, most);
        part.CopyTo(channel.Writer.Space((int)part.Length));
        _sent += part.Length;
        (context ?? _context!).RequestBody.AdvanceTo(part.End);
    }
}
