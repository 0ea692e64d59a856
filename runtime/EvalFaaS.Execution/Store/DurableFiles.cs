using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>
/// Puts files into place so that a crash at any moment leaves the old file or the new one, whole:
/// written beside under a name of its own, flushed, renamed, the directory flushed.
/// </summary>
internal sealed class DurableFiles
{
    private readonly IFileLayer _layer;
    private readonly string _temporary;
    private long _next;

    /// <param name="layer">How files change.</param>
    /// <param name="temporary">For unfinished files; on the same file system, emptied here.</param>
    public DurableFiles(IFileLayer layer, string temporary)
    {
        _layer = layer;
        _temporary = temporary;
        Guard(temporary, () =>
        {
            _layer.CreateDirectory(temporary);
            foreach (var left in Directory.EnumerateFiles(temporary)) _layer.Delete(left);
        });
    }

    /// <summary>A path for an unfinished file.</summary>
    public string Temporary() => Path.Combine(_temporary, $"{Interlocked.Increment(ref _next)}.part");

    /// <summary>Writes a whole file into place.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = Temporary();
        try
        {
            try
            {
                _layer.Write(temporary, bytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Failed(path, e);
            }

            Adopt(temporary, path);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    /// <summary>Puts a file that something else wrote into place.</summary>
    public void Adopt(string temporary, string path) => Guard(path, () =>
    {
        var directory = Path.GetDirectoryName(path)!;
        EnsureDirectory(directory);
        _layer.Flush(temporary);
        _layer.Rename(temporary, path);
        _layer.FlushDirectory(directory);
    });

    /// <summary>Removes a file for good, where it is there.</summary>
    public void Delete(string path) => Guard(path, () =>
    {
        if (!File.Exists(path)) return;
        _layer.Delete(path);
        _layer.FlushDirectory(Path.GetDirectoryName(path)!);
    });

    /// <summary>Removes an unfinished file; what cannot be removed now is removed at the next start.</summary>
    public void Discard(string temporary)
    {
        try
        {
            _layer.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk failed already; the next start empties the directory.
        }
    }

    private void EnsureDirectory(string directory)
    {
        if (Directory.Exists(directory)) return;
        var parent = Path.GetDirectoryName(directory)!;
        EnsureDirectory(parent);
        _layer.CreateDirectory(directory);
        _layer.FlushDirectory(parent);
    }

    private static void Guard(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, e);
        }
    }

    private static FaultException Failed(string path, Exception e) => new(
        FaultKind.StorageFailed, "store",
        $"The file {path} cannot be written: {e.Message} Nothing was changed. Free space on the disk or mend its permissions, then try again.",
        retryMayHelp: true, e);
}
