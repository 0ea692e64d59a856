namespace EvalFaaS.Harness.Processes;

/// <summary>A memory limit for a target's processes, by the kernel's control groups (v1 or v2), where this user may make one.</summary>
public sealed class MemoryCgroup : IDisposable
{
    private const string V1 = "/sys/fs/cgroup/memory";
    private const string V2 = "/sys/fs/cgroup";
    private readonly string _folder;

    private MemoryCgroup(string folder, long bytes)
    {
        _folder = folder;
        LimitBytes = bytes;
    }

    /// <summary>The limit of all its processes together, bytes.</summary>
    public long LimitBytes { get; }

    /// <summary>The file that takes a process's id.</summary>
    public string Processes => Path.Combine(_folder, "cgroup.procs");

    /// <summary>Makes one, or null with the reason where that cannot be done here; then no limit is set on any target.</summary>
    public static MemoryCgroup? TryCreate(string name, long bytes, out string? reason)
    {
        var v1 = Directory.Exists(V1);
        var folder = Path.Combine(v1 ? V1 : V2, name);
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, v1 ? "memory.limit_in_bytes" : "memory.max"), bytes.ToString());
            reason = null;
            return new MemoryCgroup(folder, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = $"no memory limit: {e.Message}";
            return null;
        }
    }

    /// <summary>The limit that a process's own group has, as the kernel says it, bytes; null where it has none or cannot be read.</summary>
    public static long? LimitOf(int process)
    {
        try
        {
            var groups = File.ReadAllLines($"/proc/{process}/cgroup").Select(l => l.Split(':', 3));
            var path = Directory.Exists(V1)
                ? groups.Where(g => g[1].Split(',').Contains("memory")).Select(g => $"{V1}{g[2]}/memory.limit_in_bytes").FirstOrDefault()
                : groups.Where(g => g[0] == "0").Select(g => $"{V2}{g[2]}/memory.max").FirstOrDefault();
            // Without a limit v1 says the largest number of pages, v2 "max".
            return path is not null && long.TryParse(File.ReadAllText(path), out var bytes) && bytes < long.MaxValue - (1 << 20) ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes it; its processes must be gone.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder);
        }
        catch (IOException)
        {
            // A process that is just ending still holds it; an empty group costs nothing and the next boot clears it.
        }
    }
}
