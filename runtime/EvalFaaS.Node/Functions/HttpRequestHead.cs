using EvalFaaS.Engines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace EvalFaaS.Node.Functions;

/// <summary>The head of the request that a connection serves now, read from the server as a guest asks for it.</summary>
internal sealed class HttpRequestHead : RequestHead
{
    private HttpRequest? _request;
    private int _functionLength;

    public override string Method => Request.Method;

    public override string Path => Request.Path.Value is { } path && path.Length > _functionLength ? path[_functionLength..] : "/";

    public override string FunctionPath => Request.Path.Value![.._functionLength];

    public override string Query => Request.QueryString.Value is { Length: > 1 } query ? query[1..] : "";

    public override string Protocol => Request.Protocol;

    public override string Host => Request.Host.Value ?? "";

    public override string RemoteAddress => Request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    private HttpRequest Request => _request ?? throw new InvalidOperationException("No request is served.");

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
    /// <param name="request">The request.</param>
    /// <param name="functionLength">Length of the part of its path that leads to the function.</param>
    public void Attach(HttpRequest request, int functionLength)
    {
        _request = request;
        _functionLength = functionLength;
    }

    public void Detach() => _request = null;
}
