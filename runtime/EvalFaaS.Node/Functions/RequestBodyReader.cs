using System.IO.Pipelines;
using EvalFaaS.Model;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// The server's reader of a request body, which remembers why it failed: a guest's host sees only that it did.
/// A body that was here as a whole and was only looked at is kept, so that reading it afterwards does not ask the server again.
/// </summary>
internal sealed class RequestBodyReader : PipeReader
{
    private const string Component = "node/http";
    private PipeReader? _inner;
    private ReadResult _whole;
    private bool _isKept;

    /// <summary>Why reading failed, or null.</summary>
    public InvocationFault? Fault { get; private set; }

    private PipeReader Inner => _inner ?? throw new InvalidOperationException("No request is served.");

    public void Attach(PipeReader inner)
    {
        _inner = inner;
        Fault = null;
    }

    public void Detach()
    {
        if (_isKept) Inner.AdvanceTo(_whole.Buffer.Start);
        _isKept = false;
        _whole = default;
        _inner = null;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (TakeKept(out var kept)) return new(kept);
        ValueTask<ReadResult> read;
        try
        {
            read = Inner.ReadAsync(cancellationToken);
        }
        catch (Exception e)
        {
            Note(e, cancellationToken);
            throw;
        }

        return read.IsCompletedSuccessfully ? read : Await(read, cancellationToken);
    }

    public override bool TryRead(out ReadResult result)
    {
        if (TakeKept(out result)) return true;
        try
        {
            if (!Inner.TryRead(out result)) return false;
            if (result.IsCompleted) _whole = result;
            return true;
        }
        catch (Exception e)
        {
            Note(e, default);
            throw;
        }
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _isKept = _whole.IsCompleted && consumed.Equals(_whole.Buffer.Start);
        if (_isKept) return;
        _whole = default;
        Inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => Inner.CancelPendingRead();

    // The server completes its own reader: what a guest left unread it reads itself or closes the connection.
    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>The fault that a server's exception stands for, or null where the wait was ended by us.</summary>
    public static InvocationFault? Understand(Exception exception, bool cancelledByUs = false) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(FaultKind.RequestTooLarge, Component, "The request body is larger than the function's limit."),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } =>
            new(FaultKind.ClientSlow, Component, "The request body came more slowly than the node waits for it.", RetryMayHelp: true),
        // The server has no other sign for a connection that ended within a body.
        BadHttpRequestException { Message: "Unexpected end of request content." } => ClientGone,
        BadHttpRequestException bad => new(FaultKind.InvalidRequest, Component, $"The request body is malformed: {bad.Message}"),
        ConnectionResetException or ConnectionAbortedException or IOException => ClientGone,
        OperationCanceledException when !cancelledByUs => ClientGone,
        _ => null,
    };

    private static InvocationFault ClientGone { get; } =
        new(FaultKind.ClientGone, Component, "The client went away before its request was complete.", RetryMayHelp: true);

    private bool TakeKept(out ReadResult result)
    {
        result = _whole;
        var kept = _isKept;
        _isKept = false;
        return kept;
    }

    private async ValueTask<ReadResult> Await(ValueTask<ReadResult> read, CancellationToken cancellation)
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Note(e, cancellation);
            throw;
        }
    }

    private void Note(Exception exception, CancellationToken cancellation) => Fault ??= Understand(exception, cancellation.IsCancellationRequested);
}
