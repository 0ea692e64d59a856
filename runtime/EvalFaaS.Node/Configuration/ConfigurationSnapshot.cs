using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace EvalFaaS.Node.Configuration;

/// <summary>A configuration at one moment: valid, complete and immutable.</summary>
public sealed record ConfigurationSnapshot
{
    private const string DefaultOrigin = "default";
    private const string Hidden = "***";

    internal ConfigurationSnapshot(NodeOptions options, ImmutableDictionary<string, string> origins)
    {
        Options = options;
        Settings =
        [
            .. NodeSettings.All.Select(s => new SettingState(
                s.Key,
                s.Secret && s.Read(options).Length > 0 ? Hidden : s.Read(options),
                origins.GetValueOrDefault(s.Key, DefaultOrigin),
                s.Live)),
        ];
        var text = string.Concat(Settings.Where(s => !NodeSettings.Find(s.Key)!.Secret).Select(s => $"{s.Key}={s.Value}\n"));
        Digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Origins = origins;
    }

    /// <summary>The options.</summary>
    public NodeOptions Options { get; }

    /// <summary>Every setting with its value as it would be written, secrets hidden.</summary>
    public ImmutableArray<SettingState> Settings { get; }

    /// <summary><c>sha256:…</c> of all settings but secrets: equal where two nodes are set alike.</summary>
    public string Digest { get; }

    internal ImmutableDictionary<string, string> Origins { get; }

    /// <summary>These options, given by a program instead of file, environment and flags.</summary>
    public static ConfigurationSnapshot Of(NodeOptions options)
    {
        var defaults = new NodeOptions();
        return new(options, NodeSettings.All.Where(s => s.Read(options) != s.Read(defaults)).ToImmutableDictionary(s => s.Key, _ => "program"));
    }
}

/// <summary>A setting as it is.</summary>
/// <param name="Key">Its key in the file.</param>
/// <param name="Value">Its value as it would be written; <c>***</c> for a secret.</param>
/// <param name="Origin">Where the value was written: file with line and column, variable, flag, <c>program</c> or <c>default</c>.</param>
/// <param name="Live">Whether a change in the file takes effect without a restart.</param>
public sealed record SettingState(string Key, string Value, string Origin, bool Live);
