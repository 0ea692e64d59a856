using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>A module on disk, its digest and what an inspection found in it.</summary>
/// <param name="Path">The <c>.wasm</c> file; immutable as long as anything refers to it.</param>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Interface">Imports, exports, memories, proposals.</param>
public sealed record ModuleFile(string Path, ModuleDigest Digest, ModuleInterface Interface)
{
    /// <summary>The largest module that is read, bytes.</summary>
    public const long MaximumBytes = 512L << 20;

    /// <summary>Reads, digests and inspects a file.</summary>
    /// <exception cref="FaultException">It cannot be read, is too large, or is malformed (with the byte).</exception>
    public static ModuleFile Open(string path)
    {
        var bytes = Read(path);
        return new ModuleFile(System.IO.Path.GetFullPath(path), ModuleDigest.Of(bytes), ModuleInspector.Inspect(bytes));
    }

    private static byte[] Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new IOException("It is a directory.");
            var length = new FileInfo(path).Length;
            if (length > MaximumBytes)
                throw new FaultException(FaultKind.ModuleUnsupported, "module/file", $"'{path}' has {length} bytes; a module may have {MaximumBytes}.");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, "module/file", $"'{path}' cannot be read: {e.Message}", inner: e);
        }
    }
}
