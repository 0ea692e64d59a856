using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Targets;

/// <summary>A function as targets take it.</summary>
public sealed record FunctionSetup
{
    /// <summary>Its name, a DNS label.</summary>
    public required string Name { get; init; }

    /// <summary>Its WebAssembly module (reactor contract).</summary>
    public required string Module { get; init; }

    /// <summary>Its native executable: CGI program, and HTTP server with <c>--serve</c>. Null where it could not be built.</summary>
    public required string? Native { get; init; }

    /// <summary>Why there is no native executable, and how to have one; null where there is.</summary>
    public string? WhyNoNative { get; init; }

    /// <summary>The memory limit of an instance, bytes; null: the target's default. Processes and containers run under the machine's limit alone.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The limit of an answer, bytes; null: the target's default. Processes and containers have none.</summary>
    public long? ResponseBytes { get; init; }

    /// <summary>The limit of an invocation's time; null: the target's default. Processes and containers have none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether a node serves it a second time with reused instances, for N5. Default true.</summary>
    public bool WithReuse { get; init; } = true;

    /// <summary>Its WebAssembly module (wasi-command contract), or null.</summary>
    public string? WasiCommand { get; init; }

    /// <summary>Its module in JavaScript (<c>handler.js</c>), or null where it is not written in that.</summary>
    public string? Script { get; init; }

    /// <summary>The request that is measured.</summary>
    public required RequestCase Case { get; init; }
}

/// <summary>A request and its right answer.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Path">Below the function, from <c>/</c>, with its query.</param>
/// <param name="Headers">Besides Host and Content-Length.</param>
/// <param name="Body">The request's body.</param>
/// <param name="ExpectedBody">The answer's body, or null where any will do.</param>
public sealed record RequestCase(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte>? ExpectedBody)
{
    /// <summary>The request's bytes for a server that has the function under this path (without a final slash).</summary>
    public byte[] Bytes(string functionPath, string host = "localhost") =>
        HttpRequestBytes.Build(Method, functionPath.Length > 0 && Path == "/" ? functionPath : functionPath + Path, Headers, Body.Span, host);
}
