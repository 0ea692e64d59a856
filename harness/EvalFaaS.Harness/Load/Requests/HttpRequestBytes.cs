using System.Text;

namespace EvalFaaS.Harness.Load;

/// <summary>A request as it goes over the wire.</summary>
public static class HttpRequestBytes
{
    private const string Close = "Connection: close\r\n";

    /// <summary>An HTTP/1.1 request that keeps its connection alive.</summary>
    /// <param name="method">For example <c>POST</c>.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="headers">Besides Content-Length.</param>
    /// <param name="body">The body; Content-Length is sent when it is not empty or the method is POST, PUT or PATCH.</param>
    /// <param name="host">The Host header, unless it is among the others.</param>
    public static byte[] Build(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body, string host = "localhost")
    {
        var length = !body.IsEmpty || method is "POST" or "PUT" or "PATCH" ? $"Content-Length: {body.Length}\r\n" : "";
        return [.. BuildHead(method, target, headers, host), .. Encoding.Latin1.GetBytes(length + "\r\n"), .. body];
    }

    /// <summary>The same without Content-Length and the empty line, for bodies of varying size.</summary>
    public static byte[] BuildHead(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, string host = "localhost")
    {
        var all = headers.ToList();
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\n");
        if (!all.Any(h => h.Key.Equals("Host", StringComparison.OrdinalIgnoreCase))) head.Append("Host: ").Append(host).Append("\r\n");
        foreach (var (name, value) in all) head.Append(name).Append(": ").Append(value).Append("\r\n");
        return Encoding.Latin1.GetBytes(head.ToString());
    }

    /// <summary>The head of a whole request: what stands before its Content-Length, which is left out with the body.</summary>
    public static byte[] HeadOf(ReadOnlySpan<byte> request)
    {
        var head = Encoding.Latin1.GetString(request[..(request.IndexOf("\r\n\r\n"u8) + 2)]);
        return Encoding.Latin1.GetBytes(string.Concat(head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => line + "\r\n")));
    }

    /// <summary>The same request with the wish that the server close the connection after it.</summary>
    public static byte[] Closing(ReadOnlySpan<byte> request)
    {
        var line = request.IndexOf("\r\n"u8) + 2;
        return [.. request[..line], .. Encoding.Latin1.GetBytes(Close), .. request[line..]];
    }
}
