using System.Collections.Immutable;
using EvalFaaS.Node.Configuration;
using EvalFaaS.Node.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EvalFaaS.Node;

/// <summary>A web server set as the node's is, with one handler for everything.</summary>
public sealed class BaselineServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BaselineServer(WebApplication app)
    {
        _app = app;
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
    }

    /// <summary>Where it listens.</summary>
    public ImmutableArray<string> Addresses { get; }

    /// <summary>Starts it; it listens when this returns.</summary>
    /// <exception cref="NodeStartException">An address is in use or not this machine's.</exception>
    public static async Task<BaselineServer> StartAsync(IReadOnlyList<string> urls, RequestDelegate answer, CancellationToken cancellation = default)
    {
        foreach (var url in urls) Check(url);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => KestrelSettings.Apply(kestrel, new HttpOptions(), urls, middleware: null));
        var app = builder.Build();
        app.Run(answer);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw NodeStartException.Listening(urls, e);
        }

        return new BaselineServer(app);
    }

    /// <summary>Serves until cancelled or told to end.</summary>
    public static async Task RunAsync(IReadOnlyList<string> urls, RequestDelegate answer, CancellationToken cancellation)
    {
        using var signals = new NodeSignals(cancellation);
        await using var server = await StartAsync(urls, answer, signals.Stop).ConfigureAwait(false);
        foreach (var address in server.Addresses) await Console.Error.WriteLineAsync($"Listening on {address}.").ConfigureAwait(false);
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
}
