using System.Text;

namespace EvalFaaS.Harness.Load;

/// <summary>A request as it goes over the wire.</summary>
public static class HttpRequestBytes
{
    /// <summary>An HTTP/1.1 request that keeps its connection alive.</summary>
    /// <param name="method">For example <c>POST</c>.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="headers">Besides Host and Content-Length.</param>
    /// <param name="body">The body; Content-Length is sent when it is not empty or the method is POST, PUT or PATCH.</param>
    /// <param name="host">The Host header.</param>
    public static byte[] Build(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body, string host = "localhost")
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {host}\r\n");
        foreach (var (name, value) in headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (!body.IsEmpty || method is "POST" or "PUT" or "PATCH") head.Append("Content-Length: ").Append(body.Length).Append("\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
