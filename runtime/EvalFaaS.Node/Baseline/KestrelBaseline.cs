using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using EvalFaaS.Node.Configuration;
using EvalFaaS.Node.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EvalFaaS.Node;

/// <summary>
/// The ceiling that the node is measured against: the same web server, set alike, that answers every request with its own body
/// and headers of the same names and lengths as the node's, and runs nothing.
/// </summary>
public sealed class KestrelBaseline : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KestrelBaseline(WebApplication app)
    {
        _app = app;
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
    }

    /// <summary>Where it listens.</summary>
    public ImmutableArray<string> Addresses { get; }

    /// <summary>Starts it; it listens when this returns.</summary>
    /// <exception cref="NodeStartException">An address is in use or not this machine's.</exception>
    public static async Task<KestrelBaseline> StartAsync(IReadOnlyList<string> urls, CancellationToken cancellation = default)
    {
        foreach (var url in urls) Check(url);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSettings.Apply(kestrel, new HttpOptions(), urls, middleware: null));
        var app = builder.Build();
        app.Run(AnswerAsync);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw NodeStartException.Listening(urls, e);
        }

        return new KestrelBaseline(app);
    }

    /// <summary>Serves until cancelled or told to end.</summary>
    public static async Task RunAsync(IReadOnlyList<string> urls, CancellationToken cancellation)
    {
        using var signals = new NodeSignals(cancellation);
        await using var baseline = await StartAsync(urls, signals.Stop).ConfigureAwait(false);
        foreach (var address in baseline.Addresses) await Console.Error.WriteLineAsync($"Listening on {address}.").ConfigureAwait(false);
        await signals.Stopped.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Check(string url)
    {
        try
        {
            UrlsType.Check(url);
        }
        catch (FormatException e)
        {
            throw new NodeStartException($"--urls: {e.Message}", e);
        }
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        return body.TryRead(out var read) && read.IsCompleted
            ? Answer(context, body, read)
            : ReadAndAnswerAsync(context, body);
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
