namespace EvalFaaS.Harness.Targets.CommandLine;

/// <summary>The command line of a WebAssembly engine: how it compiles a module ahead of time, and how it runs that as a CGI program.</summary>
internal sealed record EngineProgram
{
    /// <summary>The program in the search path.</summary>
    public required string Name { get; init; }

    public required string Licence { get; init; }

    public required string Source { get; init; }

    /// <summary>How to have it.</summary>
    public required string Remedy { get; init; }

    /// <summary>What its compiled code's file ends with.</summary>
    public required string Extension { get; init; }

    /// <summary>Arguments that compile a module to a file.</summary>
    public required Func<string, string, IReadOnlyList<string>> Compile { get; init; }

    /// <summary>Arguments that run compiled code with this environment.</summary>
    public required Func<string, IEnumerable<KeyValuePair<string, string>>, IReadOnlyList<string>> Run { get; init; }

    public static EngineProgram WasmEdge { get; } = new()
    {
        Name = "wasmedge",
        Licence = "Apache-2.0",
        Source = "Debian's package wasmedge, github.com/WasmEdge/WasmEdge",
        Remedy = "apt-get install wasmedge (Debian 13, Ubuntu 24.04), or github.com/WasmEdge/WasmEdge/releases",
        Extension = ".so",
        Compile = (module, code) => ["compile", module, code],
        Run = (code, environment) => [.. environment.SelectMany(v => new[] { "--env", $"{v.Key}={v.Value}" }), code],
    };

    public static EngineProgram Wasmtime { get; } = new()
    {
        Name = "wasmtime",
        Licence = "Apache-2.0 WITH LLVM-exception",
        Source = "github.com/bytecodealliance/wasmtime",
        Remedy = "github.com/bytecodealliance/wasmtime/releases",
        Extension = ".cwasm",
        Compile = (module, code) => ["compile", module, "-o", code],
        Run = (code, environment) => ["run", "--allow-precompiled", .. environment.SelectMany(v => new[] { "--env", $"{v.Key}={v.Value}" }), code],
    };
}
