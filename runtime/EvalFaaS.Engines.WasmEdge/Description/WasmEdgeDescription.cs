using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>What the engine is and how it is set, read from its configuration.</summary>
internal static class WasmEdgeDescription
{
    private const string Set = "set", Read = "read", Default = "default";

    /// <summary>Describes an engine.</summary>
    public static EngineDescription Of(string name, WasmEdgeConfiguration configuration, int instances)
    {
        var settings = Settings(configuration, instances);
        var version = Library.Version().ToString();
        return new EngineDescription
        {
            Name = name,
            Version = version,
            Capabilities = Capabilities(configuration),
            Settings = settings,
            CodeFingerprint = Fingerprint(version, configuration),
        };
    }

    private static EngineCapabilities Capabilities(WasmEdgeConfiguration configuration) => new()
    {
        AheadOfTime = configuration.AheadOfTime,
        InProcessSafe = !configuration.AheadOfTime,
        HostCallWait = HostCallWait.BlocksThread,
        Budget = configuration.Counts,
        Interruptible = true,
        BoundedRecursion = true,
        GrowthLimits = true,
        Reuse = true,
        Features = configuration.Features,
    };

    private static ImmutableArray<EngineSetting> Settings(WasmEdgeConfiguration configuration, int instances)
    {
        var aot = configuration.AheadOfTime;
        return
        [
            new("execution", aot ? $"ahead-of-time code, LLVM {NativeBuild.LlvmVersion()}" : "interpreter", Set),
            new(EngineSettingNames.Interruption, aot
                ? $"stop word looked at by loops and functions that may recur ({(Configure.CompilerIsInterruptible(configuration.Handle) ? "compiled in" : "not compiled in")})"
                : "stop word looked at by branches and calls", Read),
            new(EngineSettingNames.BoundsChecks, aot ? "guard pages, 12 GiB reserved for each memory" : "compared at each access", Default),
            new(EngineSettingNames.Spectre, "none", Default),
            new(EngineSettingNames.Optimisation, aot ? $"O{Configure.CompilerGetOptimizationLevel(configuration.Handle)}" : "none", aot ? Read : Default),
            new(EngineSettingNames.CpuFeatures, aot ? "those of this machine" : "none asked for", Default),
            new(EngineSettingNames.StackCheck, aot
                ? "guard page at the end of the thread's stack, caught on the alternate stack"
                : $"code added to functions that may recur counts {ModuleGuard.CallRoom >> 20} MiB of frames", Set),
            new("growth", "code added around memory.grow and table.grow compares with the revision's limits", Set),
            new(EngineSettingNames.NaN, "no", Default),
            new(EngineSettingNames.Simd, Configure.HasProposal(configuration.Handle, Proposal.Simd) ? "128 bits" : "no", Read),
            new("instruction budget", configuration.Counts ? "cost, 1 for each instruction, added ones included" : "not counted", Read),
            new("instances", instances.ToString(), Set),
        ];
    }

    /// <summary>Everything that changes code, and nothing that does not: how many instances may live is no part of it.</summary>
    private static string Fingerprint(string version, WasmEdgeConfiguration configuration)
    {
        var all = string.Join('\n',
            version, NativeBuild.Identity(), NativeBuild.Cpu(), configuration.Features, $"guard {ModuleGuard.Version}",
            Configure.CompilerGetOptimizationLevel(configuration.Handle), Configure.CompilerIsInterruptible(configuration.Handle), configuration.Counts);
        return $"wasmedge-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16]}";
    }
}
