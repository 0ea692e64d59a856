using System.Text.Json;

namespace EvalFaaS.Engines.Tests;

/// <summary>A program of the public wasi-testsuite and what it expects.</summary>
internal sealed class SuiteProgram
{
    private SuiteProgram(string path, Specification specification)
    {
        Path = path;
        Arguments = specification.Args ?? [];
        Variables = specification.Env ?? [];
        Root = specification.Root is { } root ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, root) : null;
        ExitCode = specification.ExitCode;
        Output = specification.Stdout;
    }

    public string Path { get; }

    public string[] Arguments { get; }

    public Dictionary<string, string> Variables { get; }

    /// <summary>The folder to preopen as <c>/</c>, or null.</summary>
    public string? Root { get; }

    public int ExitCode { get; }

    /// <summary>What it must write to stdout, or null where that does not matter.</summary>
    public string? Output { get; }

    /// <summary>Reads NAME.json beside NAME.wasm where there is one.</summary>
    public static SuiteProgram Read(string path)
    {
        var json = System.IO.Path.ChangeExtension(path, ".json");
        var specification = File.Exists(json)
            ? JsonSerializer.Deserialize<Specification>(File.ReadAllText(json), new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!
            : new Specification(null, null, null, 0, null);
        return new SuiteProgram(path, specification);
    }

    private sealed record Specification(string[]? Args, string? Root, Dictionary<string, string>? Env, int ExitCode, string? Stdout);
}
