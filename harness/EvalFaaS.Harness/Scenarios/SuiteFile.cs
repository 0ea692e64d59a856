using System.Security.Cryptography;
using System.Text;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads suite files. The format: docs/scenario-reference.md and docs/schemas/suite.schema.json.</summary>
public static class SuiteFile
{
    /// <summary>Reads and validates a file.</summary>
    /// <exception cref="SuiteException">Something is wrong in it: all of it, each with line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Suite Read(string path, SuiteVocabulary vocabulary)
    {
        var bytes = File.ReadAllBytes(path);
        return Parse(Encoding.UTF8.GetString(bytes), path, vocabulary) with { Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }

    /// <summary>Reads and validates a text; <paramref name="path"/> is what messages call it.</summary>
    /// <exception cref="SuiteException">Something is wrong in it.</exception>
    public static Suite Parse(string text, string path, SuiteVocabulary vocabulary)
    {
        var problems = new YamlProblems(path);
        var suite = YamlDocumentReader.Read(text, problems) is { } root ? new SuiteReader(vocabulary, problems).Read(root, path) : null;
        problems.ThrowIfAny();
        return suite!;
    }
}
