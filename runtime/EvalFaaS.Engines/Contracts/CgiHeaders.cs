using System.Buffers;

namespace EvalFaaS.Engines;

/// <summary>Request headers as <c>HTTP_</c> variables (RFC 3875, section 4.1.18).</summary>
internal static class CgiHeaders
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Adds each header once, values of the same name joined.</summary>
    public static void AddTo(ref StringBlock variables, RequestHead request)
    {
        var headers = new List<KeyValuePair<string, string>>(16);
        request.CopyHeaders(headers);
        for (var i = 0; i < headers.Count; i++)
        {
            var (name, value) = headers[i];
            if (IsLeftOut(name) || HasEarlier(headers, i)) continue;
            variables.AddHeader(name, HasLater(headers, i) ? request.Header(name) ?? value : value);
        }
    }

    /// <summary>
    /// What other variables say; what is between client and node only; <c>Proxy</c>, which as HTTP_PROXY would redirect a guest's own requests;
    /// and names with other letters, of which two could become one variable.
    /// </summary>
    private static bool IsLeftOut(string name) =>
        name.AsSpan().ContainsAnyExcept(Letters)
        || name.ToUpperInvariant() is "CONTENT-TYPE" or "CONTENT-LENGTH" or "PROXY" or "CONNECTION" or "KEEP-ALIVE" or "TRANSFER-ENCODING" or "TE"
            or "TRAILER" or "UPGRADE" or "EXPECT";

    private static bool HasEarlier(List<KeyValuePair<string, string>> headers, int i)
    {
        for (var j = 0; j < i; j++)
            if (headers[j].Key.Equals(headers[i].Key, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool HasLater(List<KeyValuePair<string, string>> headers, int i)
    {
        for (var j = i + 1; j < headers.Count; j++)
            if (headers[j].Key.Equals(headers[i].Key, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
