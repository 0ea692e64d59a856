using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace EvalFaaS.Execution;

/// <summary>
/// Compiled code on disk: <c>code/TRUST-DOMAIN/ENGINE/FINGERPRINT/DIGEST.code</c>, and beside it its SHA-256 digest in the form of <c>sha256sum</c>.
/// </summary>
internal sealed class CodeStore(string root, DurableFiles files, FileIntegrity integrity)
{
    private const string DigestSuffix = ".sha256";
    private readonly ConcurrentDictionary<string, string> _fingerprints = new(StringComparer.Ordinal);

    public string Root { get; } = Path.Combine(root, "code");

    /// <summary>Where code lies; remembers that this is the engine's fingerprint now.</summary>
    public string PathOf(CodeKey key, string fingerprint)
    {
        _fingerprints[key.Engine] = fingerprint;
        return Path.Combine(Root, key.TrustDomain, key.Engine, fingerprint, key.Module.Hex + ".code");
    }

    /// <summary>Whether it was made by an engine that has been changed since.</summary>
    public bool IsStale(string path)
    {
        var fingerprint = Path.GetDirectoryName(path)!;
        var engine = Path.GetFileName(Path.GetDirectoryName(fingerprint)!);
        return _fingerprints.TryGetValue(engine, out var current) && current != Path.GetFileName(fingerprint);
    }

    /// <summary>Looks whether code is there and sound.</summary>
    public FileState Check(string path) => integrity.Check(path, RecordedDigest);

    /// <summary>Puts freshly compiled code into place.</summary>
    public void Adopt(string temporary, string path)
    {
        string digest;
        using (var stream = File.OpenRead(temporary)) digest = Convert.ToHexStringLower(SHA256.HashData(stream));
        integrity.Forget(path);
        // Code before its digest: a crash in between leaves code that is not trusted, and it is compiled anew.
        files.Adopt(temporary, path);
        files.Write(path + DigestSuffix, Encoding.ASCII.GetBytes($"{digest}  {Path.GetFileName(path)}\n"));
    }

    public void Delete(string path)
    {
        integrity.Forget(path);
        files.Delete(path + DigestSuffix);
        files.Delete(path);
    }

    private static string? RecordedDigest(string path)
    {
        try
        {
            var text = File.ReadAllText(path + DigestSuffix);
            return text.Length > 64 ? text[..64] : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
