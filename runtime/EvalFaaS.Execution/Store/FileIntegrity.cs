using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace EvalFaaS.Execution;

/// <summary>How a stored file was found.</summary>
internal enum FileState
{
    /// <summary>Not there.</summary>
    Missing,

    /// <summary>Its bytes are not those that were written.</summary>
    Damaged,

    /// <summary>Sound, but not all of it lay in the page cache.</summary>
    ColdPages,

    /// <summary>Sound, and all of it lay in the page cache.</summary>
    WarmPages,
}

/// <summary>
/// Checks stored files before they are trusted, since loading damaged machine code is a security fault:
/// by SHA-256 the first time after the start, by XXH128 (fast, but no match for an attacker) each time after that.
/// </summary>
internal sealed class FileIntegrity
{
    private readonly ConcurrentDictionary<string, UInt128> _known = new(StringComparer.Ordinal);

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The hexadecimal digest recorded when it was written; asked for only the first time. Null where none was recorded.</param>
    public FileState Check(string path, Func<string, string?> sha256)
    {
        using var file = MappedFile.Open(path);
        if (file is null) return FileState.Missing;
        var warm = file.InPageCache();
        if (!IsSound(path, file, sha256))
        {
            Forget(path);
            return FileState.Damaged;
        }

        return warm ? FileState.WarmPages : FileState.ColdPages;
    }

    /// <summary>Forgets a file that was replaced or removed.</summary>
    public void Forget(string path) => _known.TryRemove(path, out _);

    private bool IsSound(string path, MappedFile file, Func<string, string?> sha256)
    {
        var fast = XxHash128.HashToUInt128(file.Bytes);
        if (_known.TryGetValue(path, out var known)) return fast == known;
        var strong = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        if (strong != sha256(path)) return false;
        _known[path] = fast;
        return true;
    }
}
