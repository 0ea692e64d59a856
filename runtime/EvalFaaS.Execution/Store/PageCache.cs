namespace EvalFaaS.Execution;

/// <summary>Puts files out of the kernel's page cache, so that whoever reads them next finds them cold.</summary>
public static class PageCache
{
    /// <summary>Writes what is not written yet and asks the kernel to drop the file's pages. It keeps those that somebody maps.</summary>
    public static void Drop(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
        _ = Posix.Advise(file, 0, 0, Posix.AdviseDontNeed);
    }

    /// <summary>
    /// Replaces the file by a copy of itself that nobody maps, and drops its pages. An engine's pool may keep a module's memory image mapped after the module is gone,
    /// and mapped pages cannot be dropped; those of a new file can.
    /// </summary>
    /// <returns>Whether the kernel says that pages of it are out of the cache; false where the file system keeps them all, as a tmpfs does.</returns>
    public static bool TryMakeCold(string path)
    {
        var copy = path + ".copy";
        try
        {
            File.Copy(path, copy, overwrite: true);
            File.Move(copy, path, overwrite: true);
        }
        catch
        {
            File.Delete(copy);
            throw;
        }

        Drop(path);
        return !Holds(path);
    }

    /// <summary>Whether all of the file lies in the page cache. True where the kernel does not say.</summary>
    public static bool Holds(string path)
    {
        using var file = MappedFile.Open(path);
        return file?.InPageCache() ?? false;
    }
}
