using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>The settings that every target has, under the same names, read back from a running process of it.</summary>
internal static class CommonSettings
{
    /// <summary>Processors that it may use.</summary>
    public const string CpuSet = "CPU set";

    /// <summary>Memory that it may use.</summary>
    public const string MemoryLimit = "memory limit";

    /// <summary>Its priority.</summary>
    public const string Nice = "nice";

    /// <summary>A memory limit in words.</summary>
    public static string Limit(long bytes) => $"{bytes >> 20} MiB (cgroup)";

    /// <summary>Reads them from /proc.</summary>
    public static List<KeyValuePair<string, string>> Read(int process, string keepAlive = "HTTP keep-alive")
    {
        var status = File.ReadLines($"/proc/{process}/status")
            .Select(line => line.Split(':', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1].Trim());
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var nice = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16];
        return
        [
            new(CpuSet, status.GetValueOrDefault("Cpus_allowed_list", "unknown")),
            new(MemoryLimit, MemoryCgroup.LimitOf(process) is { } bytes ? Limit(bytes) : "none"),
            new(Nice, nice),
            new("connections", keepAlive),
        ];
    }
}
