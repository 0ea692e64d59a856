namespace EvalFaaS.Engines;

/// <summary>Settings that every engine takes as far as its capabilities reach; what it does with them stands in its description.</summary>
public sealed record EngineOptions
{
    /// <summary>Instances that may live at once. Default 0: sized from the machine (memory mappings, memory).</summary>
    public int MaximumInstances { get; init; }

    /// <summary>The largest linear memory an instance may be granted, bytes. Default 4 GiB.</summary>
    public long MaximumMemoryBytes { get; init; } = 4L << 30;

    /// <summary>Guest stack, bytes. Default 512 KiB; 64 KiB to 1 MiB.</summary>
    public int StackBytes { get; init; } = 512 << 10;

    /// <summary>How often a running guest looks whether it was cancelled. Default 1 ms; 100 us to 100 ms.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether to count instructions. Default false; needed for <see cref="Model.InvocationLimits.Fuel"/>.</summary>
    public bool Fuel { get; init; }

    /// <summary>Whether NaN bit patterns are made the same everywhere. Default false.</summary>
    public bool CanonicalNaN { get; init; }

    /// <summary>Whether code that is compiled ahead of time is optimised. Default true. False compiles large modules many times faster, for code that runs slower; engines that compile fast anyway go on as they are.</summary>
    public bool Optimise { get; init; } = true;

    /// <summary>Worker processes kept ready, for engines that run in one; a spare comes on top. Default 0: one for each core.</summary>
    public int Workers { get; init; }

    /// <summary>Further proposals switched on where the engine has them, by the names of <see cref="WasmFeatures"/>. Default none.</summary>
    public WasmFeatures ExtraFeatures { get; init; }

    /// <summary>The process's budget of memory mappings. Default: a new one of the machine's size.</summary>
    public MappingBudget Mappings { get; init; } = MappingBudget.OfMachine();

    /// <summary>The clock for deadlines and waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
