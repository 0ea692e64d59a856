using System.Security.Cryptography;
using System.Text;
using EvalFaaS.Engines.Wasmtime.Interop;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>The engine's description: capabilities, and the table of protections and settings.</summary>
internal static class EngineTable
{
    private const string Set = "set";
    private const string Read = "read";
    private const string Default = "default";

    public static EngineDescription Describe(EngineConfiguration configuration, EngineSizes sizes, EngineOptions options)
    {
        var cpu = CpuFeatures.Detect();
        return new EngineDescription
        {
            Name = WasmtimeEngineProvider.EngineName,
            Version = PackageLayout.Version,
            CodeFingerprint = Fingerprint(configuration, cpu),
            Capabilities = new EngineCapabilities
            {
                AheadOfTime = true,
                InProcessSafe = true,
                HostCallWait = HostCallWait.BlocksThread,
                Budget = configuration.Fuel,
                Interruptible = true,
                BoundedRecursion = true,
                GrowthLimits = true,
                Reuse = true,
                Features = configuration.Features,
            },
            Settings =
            [
                new(EngineSettingNames.Interruption, $"epochs, looked at by the guest each {options.Tick.TotalMilliseconds} ms{(configuration.Fuel ? "; fuel" : "")}", Set),
                new(EngineSettingNames.BoundsChecks, "guard pages: 4 GiB reserved for each memory, faults become traps", Default),
                new(EngineSettingNames.Spectre, "heap and table accesses", Set),
                new(EngineSettingNames.Optimisation, "Cranelift, speed", Set),
                new(EngineSettingNames.CpuFeatures, $"those of the host: {cpu}", Read),
                new(EngineSettingNames.StackCheck, $"in each function's prologue, {configuration.StackBytes >> 10} KiB", Set),
                new(EngineSettingNames.NaN, configuration.CanonicalNaN ? "on" : "off", Set),
                new(EngineSettingNames.Simd, (configuration.Features & WasmFeatures.RelaxedSimd) != 0 ? "128-bit, relaxed" : "128-bit", Set),
                new("instance slots", $"{sizes.Slots}, pooled", Set),
                new("memory initialisation", "copy on write", Set),
                new("memory kept resident", $"{EngineConfiguration.MemoryKeepResident >> 10} KiB, table {EngineConfiguration.TableKeepResident >> 10} KiB", Set),
                new("decommit batch", $"{EngineConfiguration.DecommitBatch}", Set),
                new("largest memory", $"{sizes.MemoryBytes >> 20} MiB", Set),
            ],
        };
    }

    private static string Fingerprint(EngineConfiguration configuration, string cpu)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{PackageLayout.Version}|{configuration.CodeText()}|{cpu}"));
        return $"wasmtime-{PackageLayout.Version}-{Convert.ToHexStringLower(digest.AsSpan(0, 8))}";
    }
}
