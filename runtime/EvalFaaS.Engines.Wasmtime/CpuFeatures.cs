namespace EvalFaaS.Engines.Wasmtime;

/// <summary>What of the CPU the compiler may use: it detects the host's features itself and refuses code made for more.</summary>
internal static class CpuFeatures
{
    // What the compiler looks for on x86-64, by the kernel's names (pni is SSE3, abm has lzcnt).
    private static readonly string[] X86 =
    [
        "pni", "ssse3", "sse4_1", "sse4_2", "cx16", "popcnt", "avx", "avx2", "fma", "bmi1", "bmi2", "abm", "avx512bitalg", "avx512dq", "avx512f", "avx512vbmi", "avx512vl",
    ];

    private static readonly string[] Arm = ["atomics", "paca", "pacg", "asimdhp", "fphp"];

    /// <summary>Those present, by the kernel's names, with the architecture first.</summary>
    public static string Detect()
    {
        var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("flags", StringComparison.Ordinal) || l.StartsWith("Features", StringComparison.Ordinal))
            : null;
        var present = (line?[(line.IndexOf(':') + 1)..] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return string.Join(' ', X86.Concat(Arm).Where(present.Contains).Prepend(architecture));
    }
}
