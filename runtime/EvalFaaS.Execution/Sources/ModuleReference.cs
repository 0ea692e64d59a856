using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Where a module can be had.</summary>
/// <param name="Uri">Absolute, for example <c>file:///srv/hello.wasm</c> or <c>https://example.org/hello.wasm</c>.</param>
/// <param name="Digest">The digest that its bytes must have. Required for everything that comes over a network.</param>
public sealed record ModuleReference(Uri Uri, ModuleDigest? Digest = null)
{
    /// <summary>A file of this host.</summary>
    public static ModuleReference File(string path, ModuleDigest? digest = null) => new(new Uri(Path.GetFullPath(path)), digest);

    /// <inheritdoc/>
    public override string ToString() => Digest is { } digest ? $"{Uri} ({digest})" : Uri.ToString();
}
