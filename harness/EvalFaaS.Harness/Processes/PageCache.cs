using EvalFaaS.Harness.Processes.Interop;

namespace EvalFaaS.Harness.Processes;

/// <summary>Puts files out of the page cache, so that the next start finds them cold.</summary>
internal static class PageCache
{
    /// <summary>Writes a file's changes and drops its pages; pages that a process has mapped stay.</summary>
    public static void Drop(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
        Spawn.Advise((int)file.DangerousGetHandle(), 0, 0, Spawn.DontNeed);
    }
}
