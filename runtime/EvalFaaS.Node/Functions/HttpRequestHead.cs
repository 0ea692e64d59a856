using EvalFaaS.Engines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace EvalFaaS.Node.Functions;

/// <summary>The head of the request that a connection serves now, read from the server as a guest asks for it.</summary>
internal sealed class HttpRequestHead : RequestHead
{
    private HttpExchange? _http;
    private int _functionLength;

    public override string Method => Request.Method;

    public override string Path => Request.Path.Length > _functionLength ? Request.Path[_functionLength..] : "/";

    public override string FunctionPath => Request.Path[.._functionLength];

    public override string Query => Request.QueryString is { Length: > 1 } query ? query[1..] : "";

    public override string Protocol => Request.Protocol;

    public override string Host => (string?)Request.Headers.Host ?? "";

    public override string RemoteAddress => _http!.Features.Get<IHttpConnectionFeature>()?.RemoteIpAddress?.ToString() ?? "";

    private IHttpRequestFeature Request => _http?.Request ?? throw new InvalidOperationException("No request is served.");

    public override string? Header(string name)
    {
        var values = Request.Headers[name];
        return values.Count switch
        {
            0 => null,
            1 => values[0],
            _ => string.Join(", ", (IEnumerable<string?>)values),
        };
    }

    public override void CopyHeaders(ICollection<KeyValuePair<string, string>> into)
    {
        foreach (var (name, values) in Request.Headers)
            into.Add(new(name, values.Count == 1 ? values[0] ?? "" : StringValues.IsNullOrEmpty(values) ? "" : string.Join(", ", (IEnumerable<string?>)values)));
    }

    /// <summary>Serves this request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="functionLength">Length of the part of its path that leads to the function.</param>
    public void Attach(HttpExchange http, int functionLength)
    {
        _http = http;
        _functionLength = functionLength;
    }

    public void Detach() => _http = null;
}
