using System.Security.Cryptography;
using System.Text;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Finds and reads the files that describe published data: <c>published/NAME.yaml</c> beside a suite. The format: docs/scenario-reference.md.</summary>
public static class PublishedSetFile
{
    /// <summary>The folder, beside the suite.</summary>
    public const string Folder = "published";

    /// <summary>Where the description of a set lies that a suite names.</summary>
    public static string PathOf(string suiteFolder, string name) => Path.Combine(suiteFolder, Folder, name + ".yaml");

    /// <summary>Names of the sets that suites of a folder may name.</summary>
    public static IReadOnlyList<string> Names(string suiteFolder) => Directory.Exists(Path.Combine(suiteFolder, Folder))
        ? [.. Directory.EnumerateFiles(Path.Combine(suiteFolder, Folder), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads and validates a file.</summary>
    /// <exception cref="SuiteException">Something is wrong in it: all of it, each with line and column.</exception>
    public static PublishedSet Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var problems = new YamlProblems(path);
        var root = YamlDocumentReader.Read(Encoding.UTF8.GetString(bytes), problems, "a description of published data", "functions");
        var set = root is null ? null : new PublishedSetReader(problems).Read(root, Path.GetFileNameWithoutExtension(path));
        problems.ThrowIfAny();
        return set! with { Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }
}
