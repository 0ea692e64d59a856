using System.Runtime.InteropServices;

namespace EvalFaaS.Execution;

/// <summary>The file system.</summary>
internal sealed class DiskFileLayer : IFileLayer
{
    public void CreateDirectory(string path) => Directory.CreateDirectory(path);

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, bytes, 0);
    }

    public void Flush(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void FlushDirectory(string path)
    {
        // .NET opens no directories.
        var descriptor = Posix.Open(path, Posix.ReadOnly | Posix.Directory);
        if (descriptor < 0) throw Failed("opened", path);
        var result = Posix.Sync(descriptor);
        var error = result == 0 ? null : Failed("flushed", path);
        _ = Posix.Close(descriptor);
        if (error is not null) throw error;
    }

    public void Delete(string path) => File.Delete(path);

    private static IOException Failed(string what, string path) =>
        new($"The directory {path} could not be {what}: {Marshal.GetLastPInvokeErrorMessage()}");
}
