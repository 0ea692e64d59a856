using System.Collections.Concurrent;
using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>A Wasmtime engine: one configuration, one pool of instance slots, one epoch.</summary>
internal sealed class WasmtimeEngine : IWasmEngine
{
    private readonly EngineHandle _engine;
    private readonly EngineConfiguration _configuration;
    private readonly MappingBudget _budget;
    private readonly EpochTicker _ticker;
    private readonly ConcurrentDictionary<HostImports, Lazy<HostLinker>> _linkers = new();
    private bool _disposed;

    public WasmtimeEngine(EngineOptions options)
    {
        _configuration = EngineConfiguration.From(options);
        _budget = options.Mappings;
        Sizes = EngineSizes.Choose(options);
        Slots = new InstanceSlots(Sizes.Slots, options.Mappings);
        _engine = _configuration.CreateEngine(Sizes);
        _ticker = new EpochTicker(_engine, Slots, options.Tick);
        Description = EngineTable.Describe(_configuration, Sizes, options);
    }

    /// <inheritdoc/>
    public EngineDescription Description { get; }

    /// <summary>How large the pool is.</summary>
    public EngineSizes Sizes { get; }

    /// <summary>The pool's slots.</summary>
    public InstanceSlots Slots { get; }

    /// <summary>Guest stack, bytes.</summary>
    public int StackBytes => _configuration.StackBytes;

    /// <summary>Whether instructions are counted.</summary>
    public bool Fuel => _configuration.Fuel;

    /// <summary>The engine itself; valid while this is not disposed.</summary>
    public nint Raw => _engine.DangerousGetHandle();

    /// <summary>Called after a slot was taken.</summary>
    public void SlotTaken() => _ticker.Wake();

    /// <inheritdoc/>
    public ValueTask CompileAsync(ModuleFile module, string codePath, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        CheckFeatures(module);
        using var compiled = ModuleCode.Compile(_engine, module);
        cancellation.ThrowIfCancellationRequested();
        ModuleCode.Store(compiled, codePath);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<CompiledModule> LoadAsync(ModuleFile module, string? codePath, HostImports imports, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        CheckFeatures(module);
        var guest = new GuestModule(module);
        foreach (var missing in imports.Missing(module.Interface)) throw Faults.ImportMissing(NativeErrors.Component, missing);
        if (!_budget.TryReserve(WasmtimeModule.MappingsPerModule))
        {
            throw new FaultException(FaultKind.NoCapacity, NativeErrors.Component,
                $"No memory mappings are left to load a module: {_budget.Used} of {_budget.Total} are reserved. Unload modules or raise vm.max_map_count (sysctl).", retryMayHelp: true);
        }

        try
        {
            using var code = codePath is null ? ModuleCode.Compile(_engine, module) : ModuleCode.Load(_engine, codePath);
            return new ValueTask<CompiledModule>(new WasmtimeModule(this, guest, Linker(imports).Link(code), _budget));
        }
        catch
        {
            _budget.Release(WasmtimeModule.MappingsPerModule);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _ticker.Dispose();
        foreach (var linker in _linkers.Values) linker.Value.Dispose();
        _engine.Dispose();
        Slots.Dispose();
    }

    private HostLinker Linker(HostImports imports) =>
        _linkers.GetOrAdd(imports, i => new Lazy<HostLinker>(() => new HostLinker(_engine, i))).Value;

    // The compiler would refuse them too, but it calls the module invalid; and some it cannot switch off.
    private void CheckFeatures(ModuleFile module)
    {
        var missing = module.Interface.Features & ~_configuration.Features;
        if (missing != WasmFeatures.None)
        {
            throw new FaultException(FaultKind.ModuleUnsupported, NativeErrors.Component,
                $"The module uses WebAssembly proposals that are not switched on: {missing}. Build it without them, or switch them on for the engine.");
        }
    }
}
