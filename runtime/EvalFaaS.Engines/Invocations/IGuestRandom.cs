using System.Security.Cryptography;

namespace EvalFaaS.Engines;

/// <summary>Where a guest's randomness comes from.</summary>
public interface IGuestRandom
{
    /// <summary>Fills all of it.</summary>
    void Fill(Span<byte> bytes);
}

/// <summary>The operating system's cryptographic randomness: the default.</summary>
public sealed class SecureGuestRandom : IGuestRandom
{
    private SecureGuestRandom()
    {
    }

    /// <summary>The one instance.</summary>
    public static SecureGuestRandom Instance { get; } = new();

    /// <inheritdoc/>
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
