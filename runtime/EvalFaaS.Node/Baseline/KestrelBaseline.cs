using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node;

/// <summary>
/// The ceiling that the node is measured against: the same web server, set alike, that answers every request with its own body
/// and headers of the same names and lengths as the node's, and runs nothing.
/// </summary>
public static class KestrelBaseline
{
    /// <summary>Starts it; it listens when this returns.</summary>
    /// <exception cref="NodeStartException">An address is in use or not this machine's.</exception>
    public static Task<BaselineServer> StartAsync(IReadOnlyList<string> urls, CancellationToken cancellation = default) =>
        BaselineServer.StartAsync(urls, AnswerAsync, cancellation);

    /// <summary>Serves until cancelled or told to end.</summary>
    public static Task RunAsync(IReadOnlyList<string> urls, CancellationToken cancellation) => BaselineServer.RunAsync(urls, AnswerAsync, cancellation);

    private static Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        if (!body.TryRead(out var read)) return ReadAndAnswerAsync(context, body);
        if (read.IsCompleted) return Answer(context, body, read);
        // A part of the body is here: it is given back, or reading on would be refused.
        body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        return ReadAndAnswerAsync(context, body);
    }

    private static async Task ReadAndAnswerAsync(HttpContext context, PipeReader body)
    {
        var read = await body.ReadAsync().ConfigureAwait(false);
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync().ConfigureAwait(false);
        }

        await Answer(context, body, read).ConfigureAwait(false);
    }

    private static Task Answer(HttpContext context, PipeReader body, ReadResult read)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "application/octet-stream";
        headers.ContentLength = read.Buffer.Length;
        headers["Server-Timing"] = "route;dur=0.001, queue;dur=0.000, instantiate;dur=0.004, execute;dur=0.001";
        headers["X-EvalFaaS-Start"] = "N4";
        headers["X-EvalFaaS-Instance"] = "1000000";
        headers["X-EvalFaaS-Invocation"] = "0123456789abcdef0123456789abcdef";
        headers["X-EvalFaaS-Revision"] = "default/echo@1";
        var writer = context.Response.BodyWriter;
        foreach (var part in read.Buffer) writer.Write(part.Span);
        body.AdvanceTo(read.Buffer.End);
        return Task.CompletedTask;
    }
}
