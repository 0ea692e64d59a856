using System.Collections.Frozen;
using System.Globalization;

namespace EvalFaaS.Engines;

/// <summary>A request as variables of CGI/1.1 (RFC 3875, section 4.1), and two of EvalFaaS's own: <c>EVALFAAS_FUNCTION</c>, <c>EVALFAAS_INVOCATION</c>.</summary>
internal static class CgiEnvironment
{
    private const string Software = "EvalFaaS";
    private const string HeaderPrefix = "HTTP_";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.Ordinal,
        "AUTH_TYPE", "CONTENT_LENGTH", "CONTENT_TYPE", "GATEWAY_INTERFACE", "PATH_INFO", "PATH_TRANSLATED", "QUERY_STRING", "REMOTE_ADDR",
        "REMOTE_HOST", "REMOTE_IDENT", "REMOTE_USER", "REQUEST_METHOD", "SCRIPT_NAME", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL",
        "SERVER_SOFTWARE", "EVALFAAS_FUNCTION", "EVALFAAS_INVOCATION");

    /// <summary>Whether a name belongs to the request, so that a configured variable may not stand in for it.</summary>
    public static bool IsReserved(string name) =>
        Names.Contains(name) || (name.StartsWith(HeaderPrefix, StringComparison.Ordinal) && name != "HTTP_PROXY");

    /// <summary>Adds the request's variables.</summary>
    public static void AddTo(ref StringBlock variables, InvocationContext context)
    {
        var request = context.Request!;
        variables.Add("GATEWAY_INTERFACE", "CGI/1.1");
        variables.Add("SERVER_SOFTWARE", Software);
        variables.Add("SERVER_PROTOCOL", request.Protocol);
        AddHost(ref variables, request.Host);
        variables.Add("REQUEST_METHOD", request.Method);
        variables.Add("SCRIPT_NAME", request.FunctionPath);
        variables.Add("PATH_INFO", request.Path);
        variables.Add("QUERY_STRING", request.Query);
        variables.Add("REMOTE_ADDR", request.RemoteAddress);
        variables.Add("EVALFAAS_FUNCTION", context.Environment.Name);
        variables.Add("EVALFAAS_INVOCATION", context.InvocationId);
        if (request.Header("Content-Type") is { Length: > 0 } type) variables.Add("CONTENT_TYPE", type);
        if (context.RequestLength is { } length and > 0)
        {
            Span<char> digits = stackalloc char[20];
            length.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
            variables.Add("CONTENT_LENGTH", digits[..written]);
        }

        CgiHeaders.AddTo(ref variables, request);
    }

    private static void AddHost(ref StringBlock variables, string host)
    {
        var colon = host.LastIndexOf(':');
        var hasPort = colon > host.LastIndexOf(']');
        variables.Add("SERVER_NAME", hasPort ? host.AsSpan(0, colon) : host);
        variables.Add("SERVER_PORT", hasPort ? host.AsSpan(colon + 1) : "80");
    }
}
