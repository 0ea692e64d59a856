using EvalFaaS.Engines;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>A case's request as guests see it.</summary>
internal sealed class CaseHead(RequestCase request) : RequestHead
{
    private readonly int _question = request.Path.IndexOf('?');

    public override string Method => request.Method;

    public override string Path => _question < 0 ? request.Path : request.Path[.._question];

    public override string FunctionPath => "";

    public override string Query => _question < 0 ? "" : request.Path[(_question + 1)..];

    public override string Protocol => "HTTP/1.1";

    public override string Host => "localhost";

    public override string RemoteAddress => "127.0.0.1";

    public override string? Header(string name)
    {
        foreach (var (key, value) in request.Headers)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }

    public override void CopyHeaders(ICollection<KeyValuePair<string, string>> into)
    {
        foreach (var header in request.Headers) into.Add(header);
    }
}
