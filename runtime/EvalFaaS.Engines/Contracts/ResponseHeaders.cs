using System.Buffers;
using System.Text;

namespace EvalFaaS.Engines;

/// <summary>Which response headers a guest may set: valid ones (RFC 9110, section 5) that are not the host's own business.</summary>
internal static class ResponseHeaders
{
    private static readonly SearchValues<byte> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    // Framing and the connection belong to the server; the others say what the host measured.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Keep-Alive", "Proxy-Connection", "Server-Timing", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Reads a header, or false where a guest may not set it: no token, reserved, or a value that is not printable ASCII.</summary>
    public static bool TryRead(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, out string header, out string text)
    {
        header = text = "";
        if (name.IsEmpty || name.ContainsAnyExcept(Token) || value.ContainsAnyExceptInRange((byte)' ', (byte)'~')) return false;
        header = Encoding.ASCII.GetString(name);
        if (Reserved.Contains(header) || header.StartsWith("X-EvalFaaS-", StringComparison.OrdinalIgnoreCase)) return false;
        text = Encoding.ASCII.GetString(value);
        return true;
    }
}
