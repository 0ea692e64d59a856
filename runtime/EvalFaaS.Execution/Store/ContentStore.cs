namespace EvalFaaS.Execution;

/// <summary>Modules and compiled code on disk, within a bound.</summary>
internal sealed class ContentStore
{
    private readonly Lock _trimming = new();
    private readonly RuntimeCounters _counters;
    private readonly long _maximumBytes;
    private long _size = -1;

    public ContentStore(string root, IFileLayer layer, long maximumBytes, RuntimeCounters counters)
    {
        _counters = counters;
        _maximumBytes = maximumBytes;
        Files = new DurableFiles(layer, Path.Combine(root, "tmp"));
        var integrity = new FileIntegrity();
        Modules = new ModuleStore(root, Files, integrity);
        Code = new CodeStore(root, Files, integrity);
    }

    public DurableFiles Files { get; }

    public ModuleStore Modules { get; }

    public CodeStore Code { get; }

    public Pins Pins { get; } = new();

    /// <summary>Notes that a file was used, for the order of eviction. Once an hour is enough for that, and spares the disk.</summary>
    public static void Touch(string path, DateTime utc)
    {
        try
        {
            if (utc - File.GetLastWriteTimeUtc(path) > TimeSpan.FromHours(1)) File.SetLastWriteTimeUtc(path, utc);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It only costs the order of eviction.
        }
    }

    /// <summary>Notes that a file was added, and where the bound is passed removes files that nobody needs, longest unused first, until it is kept.</summary>
    public void Added(string path)
    {
        lock (_trimming)
        {
            // The size is known from the first time on, so that adding a file does not mean looking at all of them.
            if (_size >= 0) _size += new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            if (_size < 0 || _size > _maximumBytes) _size = Trim_NeedsLock();
        }
    }

    private long Trim_NeedsLock()
    {
        var all = FilesUnder(Modules.Root, "*.wasm").Concat(FilesUnder(Code.Root, "*.code")).ToList();
        var size = all.Sum(f => f.Length);
        foreach (var file in all.Where(f => !IsPinned(f)).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.FullName, StringComparer.Ordinal))
        {
            if (size <= _maximumBytes) break;
            if (file.Extension == ".code") Code.Delete(file.FullName);
            else Files.Delete(file.FullName);
            Interlocked.Increment(ref _counters.EvictionsCount);
            size -= file.Length;
        }

        return size;
    }

    private bool IsPinned(FileInfo file) =>
        Pins.Contains(Path.GetFileNameWithoutExtension(file.Name)) && !(file.Extension == ".code" && Code.IsStale(file.FullName));

    private static IEnumerable<FileInfo> FilesUnder(string root, string pattern) =>
        Directory.Exists(root) ? new DirectoryInfo(root).EnumerateFiles(pattern, SearchOption.AllDirectories) : [];
}
