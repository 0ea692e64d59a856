using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Which builds of the libraries this process has mapped, and on which CPU: compiled code depends on both.</summary>
internal static partial class NativeBuild
{
    /// <summary>The files of WasmEdge and LLVM with their sizes and times.</summary>
    public static string Identity() => string.Join(';', Mapped().Select(path => new FileInfo(path)).Select(f => $"{f.Name}:{f.Length}:{f.LastWriteTimeUtc.Ticks}"));

    /// <summary>For example 19.1, or unknown.</summary>
    public static string LlvmVersion() =>
        Mapped().Select(path => LlvmName().Match(path)).FirstOrDefault(m => m.Success)?.Groups[1].Value ?? "unknown";

    /// <summary>The architecture and the features that the kernel names.</summary>
    public static string Cpu()
    {
        var line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("flags") || l.StartsWith("Features")) : null;
        return $"{RuntimeInformation.ProcessArchitecture} {line}";
    }

    private static IEnumerable<string> Mapped() => File.ReadLines("/proc/self/maps")
        .Select(line => line.IndexOf('/') is >= 0 and var slash ? line[slash..] : "")
        .Where(path => LibraryName().IsMatch(path) && File.Exists(path))
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"/lib(wasmedge|LLVM)[^/]*\.so[^/]*$")]
    private static partial Regex LibraryName();

    [GeneratedRegex(@"libLLVM(?:\.so\.|-)([0-9.]+)")]
    private static partial Regex LlvmName();
}
