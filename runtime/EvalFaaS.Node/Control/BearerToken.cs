using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Control;

/// <summary>Compares the token that a client shows (RFC 6750) with the one that is asked for.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether the request shows this token. The time taken tells nothing of where two tokens differ.</summary>
    public static bool Shown(HttpRequest request, string expected)
    {
        var shown = request.Headers.Authorization.ToString();
        if (!shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        // Digests have one length, so neither does the token's own length show.
        return CryptographicOperations.FixedTimeEquals(Digest(shown.AsSpan(Scheme.Length).Trim()), Digest(expected));
    }

    private static byte[] Digest(ReadOnlySpan<char> text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
}
