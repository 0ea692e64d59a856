using System.Net;
using System.Net.Sockets;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Loads;

/// <summary>Where a load goes.</summary>
/// <param name="Address">Where to connect.</param>
/// <param name="Host">What the Host header says.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Url">As given.</param>
internal sealed record LoadUrl(EndPoint Address, string Host, string Target, Uri Url)
{
    public static async Task<LoadUrl> ParseAsync(string text, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            throw new UsageException($"load takes a URL like http://127.0.0.1:8080/fn/hello, and '{text}' is none.");
        if (url.Scheme == "https")
            throw new UsageException("load speaks HTTP without TLS, so that encryption is not measured as the target's time: ask the server behind the TLS proxy by its http:// address.");
        try
        {
            var addresses = IPAddress.TryParse(url.DnsSafeHost, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(url.DnsSafeHost, cancellation);
            return new LoadUrl(new IPEndPoint(addresses[0], url.Port), url.Authority, url.PathAndQuery, url);
        }
        catch (SocketException e)
        {
            throw new IOException($"'{url.Host}' has no address: {e.Message}");
        }
    }
}
