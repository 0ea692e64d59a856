using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EvalFaaS.Node.Hosting;

/// <summary>How the web server is set, for the node and for the baseline that it is measured against.</summary>
internal static class KestrelSettings
{
    private const string UnixPrefix = "unix:";
    private const int MinimumResponseRate = 240;

    /// <summary>Sets limits and addresses.</summary>
    /// <param name="kestrel">The server.</param>
    /// <param name="options">What clients may do.</param>
    /// <param name="urls">Where to listen.</param>
    /// <param name="middleware">Wraps the handling of each connection, or null.</param>
    public static void Apply(KestrelServerOptions kestrel, HttpOptions options, IEnumerable<string> urls, Func<ConnectionDelegate, ConnectionDelegate>? middleware)
    {
        kestrel.AddServerHeader = false;
        // Functions have limits of their own, checked before and while a body is read.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = options.MinimumRequestRate == 0 ? null : new MinDataRate(options.MinimumRequestRate, options.SlowGrace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(MinimumResponseRate, options.SlowGrace);
        kestrel.Limits.RequestHeadersTimeout = options.HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = options.KeepAlive;
        kestrel.Limits.MaxConcurrentConnections = options.MaximumConnections == 0 ? null : options.MaximumConnections;
        foreach (var url in urls) Listen(kestrel, url, listener =>
        {
            listener.Protocols = HttpProtocols.Http1;
            if (middleware is not null) listener.Use(middleware);
        });
    }

    /// <summary>Whether an address is reached from this machine alone.</summary>
    public static bool IsLocal(string url) =>
        url.StartsWith(UnixPrefix, StringComparison.Ordinal) || IPAddress.IsLoopback(EndPoint(new Uri(url)).Address);

    private static void Listen(KestrelServerOptions kestrel, string url, Action<ListenOptions> configure)
    {
        if (url.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            var path = url[UnixPrefix.Length..];
            RemoveStale(path);
            kestrel.ListenUnixSocket(path, configure);
            return;
        }

        var uri = new Uri(url);
        // A free port can be taken on one address family alone.
        if (uri.Host == "localhost" && uri.Port != 0) kestrel.ListenLocalhost(uri.Port, configure);
        else kestrel.Listen(EndPoint(uri), configure);
    }

    private static IPEndPoint EndPoint(Uri uri) =>
        new(uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(uri.Host.Trim('[', ']')), uri.Port);

    // A socket file outlives its program; one that nobody answers on is removed.
    private static void RemoveStale(string path)
    {
        if (!File.Exists(path)) return;
        try
        {
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
        }
    }
}
