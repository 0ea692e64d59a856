using EvalFaaS.Engines.Wasmtime.Interop;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>What is set on the engine: each value stands here once and is told by <see cref="EngineTable"/> from here.</summary>
internal sealed record EngineConfiguration
{
    /// <summary>Bytes of linear memory that stay resident, and are cleared by hand, when an instance ends.</summary>
    public const int MemoryKeepResident = 256 << 10;

    /// <summary>Bytes of table that stay resident when an instance ends.</summary>
    public const int TableKeepResident = 16 << 10;

    /// <summary>
    /// Slots whose larger memories are given back to the kernel in one go. One: a slot that ended is the next one's, still in the core's cache,
    /// and no lock is held over a batch; guests that fit the resident part cost no system call either way.
    /// </summary>
    public const int DecommitBatch = 1;

    /// <summary>Proposals that the engine can switch on.</summary>
    public const WasmFeatures Optional = WasmFeatures.TailCalls | WasmFeatures.ExtendedConst | WasmFeatures.MultiMemory | WasmFeatures.Memory64 |
        WasmFeatures.RelaxedSimd | WasmFeatures.Exceptions | WasmFeatures.GarbageCollection;

    private const byte Cranelift = 1;
    private const byte Speed = 1;
    private const int LargestInstance = 1 << 20;

    public required WasmFeatures Features { get; init; }

    public required bool Fuel { get; init; }

    public required bool CanonicalNaN { get; init; }

    public required int StackBytes { get; init; }

    /// <summary>What of the options is set here.</summary>
    public static EngineConfiguration From(EngineOptions options) => new()
    {
        Features = WasmFeatures.Standard | (options.ExtraFeatures & Optional),
        Fuel = options.Fuel,
        CanonicalNaN = options.CanonicalNaN,
        StackBytes = Math.Clamp(options.StackBytes, 64 << 10, 1 << 20),
    };

    /// <summary>Everything that changes machine code, in words.</summary>
    public string CodeText() =>
        $"cranelift speed, epochs, fuel {Fuel}, nan {CanonicalNaN}, features {(int)Features}, no unwind info, spectre heap table";

    /// <summary>Makes the engine.</summary>
    public EngineHandle CreateEngine(EngineSizes sizes)
    {
        using var config = ConfigApi.New();
        using var pool = PoolConfigApi.New();
        SetCode(config);
        SetProposals(config);
        SetPool(pool, sizes);
        ConfigApi.Pool(config, pool);
        var engine = EngineApi.New(config.DangerousGetHandle());
        config.SetHandleAsInvalid(); // The engine took it.
        return engine;
    }

    private void SetCode(ConfigHandle config)
    {
        ConfigApi.Strategy(config, Cranelift);
        ConfigApi.CraneliftOptLevel(config, Speed);
        ConfigApi.CraneliftFlag(config, "enable_heap_access_spectre_mitigation", "true");
        ConfigApi.CraneliftFlag(config, "enable_table_access_spectre_mitigation", "true");
        ConfigApi.CraneliftNanCanonicalization(config, CanonicalNaN);
        ConfigApi.EpochInterruption(config, true);
        ConfigApi.ConsumeFuel(config, Fuel);
        ConfigApi.MaxWasmStack(config, (nuint)StackBytes);
        ConfigApi.MemoryInitCow(config, true);
        // Traps walk frame pointers; unwind tables would only be registered and removed with each module.
        ConfigApi.NativeUnwindInfo(config, false);
        ConfigApi.ConcurrencySupport(config, false);
    }

    private void SetProposals(ConfigHandle config)
    {
        ProposalApi.BulkMemory(config, Has(WasmFeatures.BulkMemory));
        ProposalApi.MultiValue(config, Has(WasmFeatures.MultiValue));
        ProposalApi.ReferenceTypes(config, Has(WasmFeatures.ReferenceTypes));
        // Relaxed SIMD builds on SIMD and is on by default: off first.
        ProposalApi.RelaxedSimd(config, Has(WasmFeatures.RelaxedSimd));
        ProposalApi.Simd(config, Has(WasmFeatures.Simd));
        ProposalApi.TailCall(config, Has(WasmFeatures.TailCalls));
        ProposalApi.MultiMemory(config, Has(WasmFeatures.MultiMemory));
        ProposalApi.Memory64(config, Has(WasmFeatures.Memory64));
        ProposalApi.Exceptions(config, Has(WasmFeatures.Exceptions));
        ProposalApi.FunctionReferences(config, Has(WasmFeatures.GarbageCollection));
        ProposalApi.Gc(config, Has(WasmFeatures.GarbageCollection));
        ProposalApi.Threads(config, false);
        ProposalApi.WideArithmetic(config, false);
        ProposalApi.CustomPageSizes(config, false);
        ProposalApi.StackSwitching(config, false);
    }

    private static void SetPool(PoolConfigHandle pool, EngineSizes sizes)
    {
        var slots = (uint)sizes.Slots;
        PoolConfigApi.TotalCoreInstances(pool, slots);
        PoolConfigApi.TotalMemories(pool, slots);
        PoolConfigApi.TotalTables(pool, slots);
        PoolConfigApi.TotalGcHeaps(pool, slots);
        PoolConfigApi.MaxCoreInstanceSize(pool, LargestInstance);
        PoolConfigApi.MaxMemoriesPerModule(pool, Math.Min(EngineSizes.StoragesPerModule, slots));
        PoolConfigApi.MaxTablesPerModule(pool, Math.Min(EngineSizes.StoragesPerModule, slots));
        PoolConfigApi.MaxMemorySize(pool, (nuint)sizes.MemoryBytes);
        PoolConfigApi.TableElements(pool, EngineSizes.TableElements);
        PoolConfigApi.LinearMemoryKeepResident(pool, MemoryKeepResident);
        PoolConfigApi.TableKeepResident(pool, TableKeepResident);
        PoolConfigApi.DecommitBatchSize(pool, DecommitBatch);
        PoolConfigApi.MaxUnusedWarmSlots(pool, EngineSizes.WarmSlots);
    }

    private bool Has(WasmFeatures feature) => (Features & feature) != 0;
}
