namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The file <c>DIGESTS</c> beside the prebuilt modules.</summary>
/// <param name="Compilers">The compiler of each language.</param>
/// <param name="Modules">SHA-256 in hexadecimal by file name.</param>
internal sealed record Digests(IReadOnlyDictionary<string, string> Compilers, IReadOnlyDictionary<string, string> Modules)
{
    public static Digests Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return new Digests(
            lines.Where(l => l.StartsWith("# ", StringComparison.Ordinal) && l.Contains(": ", StringComparison.Ordinal)).Select(l => l[2..].Split(": ", 2)).ToDictionary(p => p[0], p => p[1]),
            lines.Where(l => !l.StartsWith('#')).Select(l => l.Split("  ")).ToDictionary(p => p[1], p => p[0]));
    }
}
