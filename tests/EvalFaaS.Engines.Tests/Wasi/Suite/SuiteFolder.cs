namespace EvalFaaS.Engines.Tests;

/// <summary>Where the public wasi-testsuite lies: <c>$EVALFAAS_WASI_TESTSUITE</c>, or <c>shared/wasi-testsuite</c> beside the repository.</summary>
internal static class SuiteFolder
{
    /// <summary>Why the programs cannot be run, or null.</summary>
    public static string? WhyAbsent => Path is null
        ? "The wasi-testsuite is not here: put it beside the repository as shared/wasi-testsuite, or name its folder in EVALFAAS_WASI_TESTSUITE."
        : null;

    /// <summary>Programs by their path below the folder, without <c>.wasm</c>.</summary>
    public static IEnumerable<string> Programs => Path is null
        ? []
        : Directory.EnumerateFiles(Path, "*.wasm", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.ChangeExtension(System.IO.Path.GetRelativePath(Path, f), null)).Order(StringComparer.Ordinal);

    /// <summary>The folder, or null.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("EVALFAAS_WASI_TESTSUITE") is { Length: > 0 } given)
            return Directory.Exists(given) ? given : null;
        var beside = System.IO.Path.Combine(Checkout.Root, "..", "shared", "wasi-testsuite");
        return Directory.Exists(beside) ? System.IO.Path.GetFullPath(beside) : null;
    }
}
