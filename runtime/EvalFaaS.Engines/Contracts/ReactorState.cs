using System.Buffers;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What the reactor contract keeps of one invocation. Belongs to a <see cref="GuestState"/>, made new for each invocation.</summary>
internal sealed class ReactorState
{
    private long _read;
    private long _written;
    private long _unflushed;
    private bool _contentType;
    private bool _began;

    /// <summary>Whether the body has been read to its end, or failed to be.</summary>
    public bool RequestEnded { get; set; }

    /// <summary>Whether the response's head may still change.</summary>
    public bool Began => _began;

    /// <summary>Forgets the invocation before.</summary>
    public void Begin()
    {
        _read = _written = _unflushed = 0;
        _contentType = _began = RequestEnded = false;
    }

    /// <summary>Counts body bytes read.</summary>
    /// <returns>The fault where they are more than the limit.</returns>
    public InvocationFault? CountRead(GuestState state, long bytes)
    {
        _read += bytes;
        return _read > state.Context.Limits.RequestBytes ? RequestTooLarge(state.Context.Limits) : null;
    }

    /// <summary>The fault of a request body over its limit.</summary>
    public static InvocationFault RequestTooLarge(InvocationLimits limits) => new(
        FaultKind.RequestTooLarge, "contract/reactor", $"The request body is larger than its limit of {limits.RequestBytes} bytes.");

    /// <summary>Notes that the guest chose the content type.</summary>
    public void ContentTypeSet() => _contentType = true;

    /// <summary>Writes body bytes and waits for the client where much is unsent.</summary>
    /// <returns>Whether the guest may go on; else the state has the fault.</returns>
    public bool Write(GuestState state, ReadOnlySpan<byte> bytes)
    {
        var context = state.Context;
        if ((_written += bytes.Length) > context.Limits.ResponseBytes)
        {
            state.Fail(new InvocationFault(FaultKind.ResponseTooLarge, "contract/reactor", $"The response body is larger than its limit of {context.Limits.ResponseBytes} bytes."));
            return false;
        }

        if (bytes.Length > 0 && !_contentType)
        {
            context.AddResponseHeader("Content-Type", "application/octet-stream");
            _contentType = true;
        }

        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, BodyWaits.UnflushedBytes)];
            context.ResponseBody.Write(part);
            bytes = bytes[part.Length..];
            if ((_unflushed += part.Length) < BodyWaits.UnflushedBytes) continue;
            _unflushed = 0;
            _began = true;
            if (!BodyWaits.Flush(state)) return false;
        }

        return true;
    }
}
