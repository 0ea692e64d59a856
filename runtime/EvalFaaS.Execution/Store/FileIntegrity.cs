using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace EvalFaaS.Execution;

/// <summary>
/// Checks stored files before they are trusted, since loading damaged machine code is a security fault:
/// by SHA-256 the first time after the start, by XXH128 (fast, but no match for an attacker) each time after that.
/// </summary>
internal sealed class FileIntegrity
{
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The hexadecimal digest recorded when it was written; asked for only the first time. Null where none was recorded.</param>
    public FileState Check(string path, Func<string, string?> sha256)
    {
        var partly = false;
        if (_known.TryGetValue(path, out var known) && CachedFile.TryDigest(path, known.Length, out partly) is { } digest)
            return digest == known.Digest ? FileState.WarmPages : Damaged(path);

        using var file = MappedFile.Open(path);
        if (file is null) return FileState.Missing;
        var warm = !partly && file.InPageCache();
        if (!IsSound(path, file, sha256)) return Damaged(path);
        return warm ? FileState.WarmPages : FileState.ColdPages;
    }

    /// <summary>Forgets a file that was replaced or removed.</summary>
    public void Forget(string path) => _known.TryRemove(path, out _);

    private FileState Damaged(string path)
    {
        Forget(path);
        return FileState.Damaged;
    }

    private bool IsSound(string path, MappedFile file, Func<string, string?> sha256)
    {
        var fast = XxHash128.HashToUInt128(file.Bytes);
        if (_known.TryGetValue(path, out var known)) return fast == known.Digest;
        var strong = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        if (strong != sha256(path)) return false;
        _known[path] = new Known(fast, file.Bytes.Length);
        return true;
    }

    private readonly record struct Known(UInt128 Digest, int Length);
}
