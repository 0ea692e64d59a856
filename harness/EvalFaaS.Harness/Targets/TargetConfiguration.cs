using System.Security.Cryptography;
using System.Text;

namespace EvalFaaS.Harness.Targets;

/// <summary>Settings of a target as read back from it, in the order shown.</summary>
/// <param name="Settings">Name and value.</param>
/// <param name="Protections">The engine's table of protections and settings; empty for targets without an engine.</param>
public sealed record TargetConfiguration(IReadOnlyList<KeyValuePair<string, string>> Settings, IReadOnlyList<KeyValuePair<string, string>> Protections)
{
    /// <summary>12 hexadecimal digits that change with any setting.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Settings.Concat(Protections).Select(s => $"{s.Key}={s.Value}")))))[..12];
}
