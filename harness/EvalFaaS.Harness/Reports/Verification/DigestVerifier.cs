using System.Security.Cryptography;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Whether the files of raw data are those that the run wrote.</summary>
internal static class DigestVerifier
{
    public static IEnumerable<Difference> Compare(ResultData data)
    {
        foreach (var (name, digest) in data.Environment.Files)
        {
            var path = Path.Combine(data.FolderPath, name);
            var found = File.Exists(path) ? DigestOf(path) : "no such file";
            if (found != digest) yield return new Difference(name, "SHA-256 of the raw data (environment.json)", found, digest);
        }
    }

    private static string DigestOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
