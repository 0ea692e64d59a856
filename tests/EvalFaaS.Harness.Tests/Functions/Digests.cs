namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The file <c>DIGESTS</c> beside the prebuilt modules.</summary>
/// <param name="Compilers">Lines that name compilers.</param>
/// <param name="Modules">SHA-256 in hexadecimal by file name.</param>
internal sealed record Digests(IReadOnlyList<string> Compilers, IReadOnlyDictionary<string, string> Modules)
{
    public static Digests Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return new Digests(
            [.. lines.Where(l => l.StartsWith("# clang:", StringComparison.Ordinal) || l.StartsWith("# rustc:", StringComparison.Ordinal))],
            lines.Where(l => !l.StartsWith('#')).Select(l => l.Split("  ")).ToDictionary(p => p[1], p => p[0]));
    }
}
