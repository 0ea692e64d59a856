using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>The library's configuration for one engine: made once, only read afterwards.</summary>
internal sealed class WasmEdgeConfiguration : IDisposable
{
    /// <summary>Proposals beyond the standard ones that can be switched on: the library has them in both its interpreter and its compiler, and the guard knows their instructions.</summary>
    public const WasmFeatures Optional = WasmFeatures.TailCalls | WasmFeatures.ExtendedConst | WasmFeatures.RelaxedSimd;

    private const int NativeSharedObject = 0;
    private const int NotOptimised = 0;
    private const uint AllPages = 65_536;

    /// <summary>Makes it.</summary>
    public WasmEdgeConfiguration(EngineOptions options, bool aheadOfTime)
    {
        Features = WasmFeatures.Standard | (options.ExtraFeatures & Optional);
        AheadOfTime = aheadOfTime;
        MaximumMemoryBytes = options.MaximumMemoryBytes;
        Handle = Configure.Create();
        foreach (var proposal in Enum.GetValues<Proposal>()) Configure.RemoveProposal(Handle, proposal);
        foreach (var feature in Enum.GetValues<WasmFeatures>())
            if (WasmFeaturesToProposals.Find(feature) is { } proposal && Features.HasFlag(feature)) Configure.AddProposal(Handle, proposal);
        Configure.SetMaxMemoryPage(Handle, AllPages);
        Configure.SetForceInterpreter(Handle, !aheadOfTime);
        Configure.SetCostMeasuring(Handle, options.Fuel);
        Counts = Configure.IsCostMeasuring(Handle);
        Configure.CompilerSetInterruptible(Handle, true);
        if (!options.Optimise) Configure.CompilerSetOptimizationLevel(Handle, NotOptimised);
        Configure.CompilerSetOutputFormat(Handle, NativeSharedObject);
    }

    /// <summary>The native configuration.</summary>
    public ConfigureHandle Handle { get; }

    /// <summary>Whether modules come as compiled code.</summary>
    public bool AheadOfTime { get; }

    /// <summary>The most memory that an instance may be granted.</summary>
    public long MaximumMemoryBytes { get; }

    /// <summary>Whether guests' cost is counted.</summary>
    public bool Counts { get; }

    /// <summary>The proposals switched on.</summary>
    public WasmFeatures Features { get; }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
