namespace EvalFaaS.Harness.Functions;

/// <summary>The padded modules of a library, each in a file made when it is first asked for.</summary>
internal static class PaddedModules
{
    /// <summary>Their folder in the library.</summary>
    public const string Folder = "padded";

    /// <summary>The path of a module as padded.</summary>
    /// <param name="root">The library's folder.</param>
    /// <param name="module">Path of the module.</param>
    /// <param name="bytes">Its size.</param>
    public static string Path(string root, string module, int bytes)
    {
        var padded = ModulePadding.Pad(File.ReadAllBytes(module), bytes);
        var path = System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(root, Folder)).FullName, FormattableString.Invariant($"{System.IO.Path.GetFileNameWithoutExtension(module)}-{bytes}.wasm"));
        if (!File.Exists(path) || !padded.AsSpan().SequenceEqual(File.ReadAllBytes(path))) Replace(path, padded);
        return path;
    }

    // Whole or not at all: another run may be reading it.
    private static void Replace(string path, byte[] content)
    {
        var part = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(part, content);
        File.Move(part, path, overwrite: true);
    }
}
