using System.Buffers;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>The response of a reactor: its last buffer, after what it wrote in chunks.</summary>
internal static class ReactorResponse
{
    private const int UnflushedBytes = 64 << 10;

    /// <summary>Sends a guest's last buffer. The guest has ended well, so nothing needs to be held back.</summary>
    /// <returns>False when the body is too large or the client went away; the state has the fault.</returns>
    public static bool Send(GuestState state, ReadOnlySpan<byte> body)
    {
        if (state.Reactor.WroteChunks)
        {
            var chunks = state.Reactor.Chunks(state);
            return chunks.Write(body) == Errno.Success && chunks.Complete();
        }

        var limit = state.Context.Limits.ResponseBytes;
        if (body.Length > limit)
        {
            state.Fail(new InvocationFault(FaultKind.ResponseTooLarge, "guest", $"The function's answer is larger than its limit of {limit} bytes."));
            return false;
        }

        if (body.IsEmpty) return true;
        ReactorResponseHead.AddDefaults(state);
        while (body.Length > UnflushedBytes)
        {
            state.Context.ResponseBody.Write(body[..UnflushedBytes]);
            body = body[UnflushedBytes..];
            if (!BodyWaits.Flush(state)) return false;
        }

        state.Context.ResponseBody.Write(body);
        return true;
    }
}
