using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Running;

/// <summary>The fingerprint of the machine, read from /proc and /sys.</summary>
internal static class MachineFacts
{
    /// <summary>The detail that tells how busy the machine was.</summary>
    public const string LoadAverage = "load average at the start";

    /// <summary>Memory that is free now, bytes.</summary>
    public static long AvailableBytes() => Memory("MemAvailable");

    public static MachineRecord Read(CpuSet cores, double? ceiling) => new()
    {
        Cpu = CpuInfo("model name"),
        LogicalProcessors = Affinity.Allowed().Count,
        MemoryBytes = Memory("MemTotal"),
        Kernel = $"Linux {Text("/proc/sys/kernel/osrelease")}",
        OperatingSystem = OsName(),
        Virtualisation = CpuInfo("flags").Contains("hypervisor", StringComparison.Ordinal) ? "virtual machine (the CPU shows a hypervisor)" : "none seen",
        DotNet = RuntimeInformation.FrameworkDescription,
        DotNetSettings = $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC, {GCSettings.LatencyMode}",
        TargetProcessors = string.Join(',', cores.Targets),
        GeneratorProcessors = cores.Generator?.ToString(CultureInfo.InvariantCulture) ?? string.Join(',', cores.Targets),
        Siblings = Siblings(cores),
        GeneratorCeilingPerSecond = ceiling,
        Details =
        [
            new("clock source", Text("/sys/devices/system/clocksource/clocksource0/current_clocksource"), "read"),
            new("frequency governor", Text("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor") is { Length: > 0 } governor ? governor : "not shown", "read"),
            new("control groups", Directory.Exists("/sys/fs/cgroup/memory") ? "v1" : "v2", "read"),
            new("memory mappings allowed", Text("/proc/sys/vm/max_map_count"), "read"),
            new(LoadAverage, Text("/proc/loadavg"), "read"),
        ],
    };

    private static string CpuInfo(string key) => File.ReadLines("/proc/cpuinfo")
        .Select(line => line.Split(':', 2)).FirstOrDefault(p => p.Length == 2 && p[0].Trim() == key)?[1].Trim() ?? "";

    private static long Memory(string key) => File.ReadLines("/proc/meminfo")
        .Select(line => line.Split(':', 2)).Where(p => p[0] == key)
        .Select(p => long.Parse(p[1].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024).FirstOrDefault();

    private static string OsName() => File.Exists("/etc/os-release")
        ? File.ReadLines("/etc/os-release").FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?[12..].Trim('"') ?? ""
        : "";

    private static bool? Siblings(CpuSet cores)
    {
        if (cores.Generator is not { } generator) return null;
        var text = Text($"/sys/devices/system/cpu/cpu{generator}/topology/thread_siblings_list");
        return text.Length == 0 ? null : cores.Targets.Any(t => InList(text, t));
    }

    /// <summary>Lists as the kernel writes them: <c>0-1,4</c>.</summary>
    private static bool InList(string list, int value) => list.Split(',').Select(range => range.Split('-')).Any(r =>
        int.TryParse(r[0], out var from) && int.TryParse(r[^1], out var to) && from <= value && value <= to);

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
