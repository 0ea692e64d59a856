namespace EvalFaaS.Engines.Tests;

/// <summary>A request head for tests.</summary>
internal sealed class TestRequest(string method = "POST", string path = "/", string query = "", params KeyValuePair<string, string>[] headers) : RequestHead
{
    /// <inheritdoc/>
    public override string Method => method;

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override string FunctionPath => "/fn/test";

    /// <inheritdoc/>
    public override string Query => query;

    /// <inheritdoc/>
    public override string Protocol => "HTTP/1.1";

    /// <inheritdoc/>
    public override string Host => "localhost:8080";

    /// <inheritdoc/>
    public override string RemoteAddress => "127.0.0.1";

    /// <inheritdoc/>
    public override string? Header(string name)
    {
        var values = headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToArray();
        return values.Length == 0 ? null : string.Join(", ", values);
    }

    /// <inheritdoc/>
    public override void CopyHeaders(ICollection<KeyValuePair<string, string>> into)
    {
        foreach (var header in headers) into.Add(header);
    }
}
