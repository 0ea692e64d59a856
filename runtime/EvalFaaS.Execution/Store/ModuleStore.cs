using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Modules on disk under the digest of their bytes: <c>modules/ab/abcd….wasm</c>.</summary>
internal sealed class ModuleStore(string root, DurableFiles files, FileIntegrity integrity)
{
    public string Root { get; } = Path.Combine(root, "modules");

    public string PathOf(ModuleDigest digest) => Path.Combine(Root, digest.Hex[..2], digest.Hex + ".wasm");

    /// <summary>Looks whether a module is there and sound. The name is the digest.</summary>
    public FileState Check(ModuleDigest digest) => integrity.Check(PathOf(digest), Path.GetFileNameWithoutExtension);

    /// <summary>Stores a module durably, replacing a damaged one.</summary>
    public void Put(ModuleDigest digest, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(digest);
        if (Check(digest) is FileState.WarmPages or FileState.ColdPages) return;
        integrity.Forget(path);
        files.Write(path, bytes);
    }
}
