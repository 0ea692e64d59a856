namespace EvalFaaS.Engines;

/// <summary>A request without its body. Values are read only when a guest asks for them.</summary>
public abstract class RequestHead
{
    /// <summary>For example <c>GET</c>.</summary>
    public abstract string Method { get; }

    /// <summary>The path below the function, from <c>/</c>, decoded.</summary>
    public abstract string Path { get; }

    /// <summary>The path that led to the function, for example <c>/fn/hello</c>.</summary>
    public abstract string FunctionPath { get; }

    /// <summary>The query without its question mark, not decoded; empty where there is none.</summary>
    public abstract string Query { get; }

    /// <summary>For example <c>HTTP/1.1</c>.</summary>
    public abstract string Protocol { get; }

    /// <summary>Host and port that the client asked for.</summary>
    public abstract string Host { get; }

    /// <summary>The client's address without its port.</summary>
    public abstract string RemoteAddress { get; }

    /// <summary>A header's value, several joined by a comma and a space; null where there is none. Names ignore case.</summary>
    public abstract string? Header(string name);

    /// <summary>Copies all headers, in the order received.</summary>
    public abstract void CopyHeaders(ICollection<KeyValuePair<string, string>> into);
}
