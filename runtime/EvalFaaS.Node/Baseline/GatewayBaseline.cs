using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace EvalFaaS.Node;

/// <summary>
/// The same web server before anything that speaks HTTP: with it in front of every target, all of them have one HTTP stack towards the client,
/// and what differs is what lies behind it.
/// </summary>
public static class GatewayBaseline
{
    /// <summary>Starts it; it listens when this returns.</summary>
    /// <param name="urls">Where to listen.</param>
    /// <param name="to">Scheme, host and port to pass everything on to.</param>
    /// <param name="host">The Host header to pass on; null: that of <paramref name="to"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NodeStartException">An address is in use or not this machine's.</exception>
    public static Task<BaselineServer> StartAsync(IReadOnlyList<string> urls, Uri to, string? host, CancellationToken cancellation = default) =>
        BaselineServer.StartAsync(urls, Forwarding(to, host), cancellation);

    /// <summary>Serves until cancelled or told to end.</summary>
    public static Task RunAsync(IReadOnlyList<string> urls, Uri to, string? host, CancellationToken cancellation) => BaselineServer.RunAsync(urls, Forwarding(to, host), cancellation);

    private static RequestDelegate Forwarding(Uri to, string? host)
    {
        // Nothing is followed, unpacked or kept: the answer goes back as it came.
        var client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        });
        var prefix = to.GetLeftPart(UriPartial.Authority);
        var transformer = new HostTransformer(host);
        var forwarder = new ServiceCollection().AddLogging().AddHttpForwarder().BuildServiceProvider().GetRequiredService<IHttpForwarder>();
        return async context => await forwarder.SendAsync(context, prefix, client, ForwarderRequestConfig.Empty, transformer).ConfigureAwait(false);
    }

    private sealed class HostTransformer(string? host) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext context, HttpRequestMessage request, string prefix, CancellationToken cancellation)
        {
            await base.TransformRequestAsync(context, request, prefix, cancellation).ConfigureAwait(false);
            request.Headers.Host = host;
        }
    }
}
