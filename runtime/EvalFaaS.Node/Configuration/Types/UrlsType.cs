using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>Addresses to listen on: <c>http://HOST:PORT</c>, several as a list or parted by a semicolon. <c>unix:PATH</c> listens on a socket file.</summary>
internal sealed class UrlsType : SettingType<ImmutableArray<string>>
{
    private const string UnixPrefix = "unix:";

    public override string Description => "http://HOST:PORT or unix:PATH, several as a list or parted by `;`";

    public override ImmutableArray<string> Parse(string text)
    {
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0) throw new FormatException("no address is given; write for example http://127.0.0.1:8080.");
        foreach (var url in urls) Check(url);
        return [.. urls];
    }

    public override string Format(ImmutableArray<string> value) => string.Join(';', value);

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 } }),
    };

    /// <summary>Checks one address.</summary>
    /// <exception cref="FormatException">It is none that can be listened on; the message says what to write.</exception>
    public static void Check(string url)
    {
        if (url.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            if (!Path.IsPathRooted(url[UnixPrefix.Length..])) throw new FormatException($"'{url}' needs an absolute path, for example unix:/run/evalfaas.sock.");
            return;
        }

        if (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"'{url}' asks for TLS, which the node does not speak; let a proxy in front of it do so.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.AbsolutePath != "/" || uri.Query.Length > 0)
            throw new FormatException($"'{url}' is no address; write http://HOST:PORT, for example http://127.0.0.1:8080.");
        if (uri.HostNameType is UriHostNameType.Dns && uri.Host != "localhost" || !IPAddress.TryParse(uri.Host.Trim('[', ']'), out _) && uri.Host != "localhost")
            throw new FormatException($"'{uri.Host}' in '{url}' is no IP address of this machine; write one, or localhost, or 0.0.0.0 for all.");
    }
}
