using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace EvalFaaS.Model;

/// <summary>The SHA-256 digest of a module's bytes, written as OCI writes it: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public readonly record struct ModuleDigest
{
    private const string Prefix = "sha256:";

    private ModuleDigest(string hex) => Hex = hex;

    /// <summary>The 64 hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>The digest of these bytes.</summary>
    public static ModuleDigest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads <c>sha256:…</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ModuleDigest digest)
    {
        digest = default;
        if (text is null || text.Length != Prefix.Length + 64 || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var hex = text[Prefix.Length..];
        foreach (var c in hex)
            if (!char.IsAsciiHexDigitLower(c)) return false;
        digest = new ModuleDigest(hex);
        return true;
    }

    /// <summary><c>sha256:…</c>.</summary>
    public override string ToString() => Prefix + Hex;
}
