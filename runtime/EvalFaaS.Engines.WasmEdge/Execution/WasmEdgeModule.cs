using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>A loaded and validated module, and instance objects that wait for their next use.</summary>
internal sealed class WasmEdgeModule : CompiledModule
{
    /// <summary>Instance objects kept; each holds an executor and the host's functions, a few tens of kilobytes.</summary>
    private const int KeptInstances = 64;

    private readonly InstanceSlots _slots;
    private readonly Stack<WasmEdgeInstance> _idle = new();
    private readonly Lock _lock = new();
    private readonly long _elements;

    /// <summary>Takes ownership of the loaded module.</summary>
    public WasmEdgeModule(GuestModule guest, AstModuleHandle ast, ImportTable imports, WasmEdgeConfiguration configuration, Watchdog watchdog, InstanceSlots slots)
    {
        Guest = guest;
        Ast = ast;
        Imports = imports;
        Configuration = configuration;
        Watchdog = watchdog;
        _slots = slots;
        var shown = guest.File.Interface;
        MinimumMemory = shown.Memories.Aggregate(0UL, (sum, memory) => sum + (memory.Minimum << 16));
        _elements = shown.Tables.Sum(table => (long)table.Minimum);
        HasMemory = shown.Exports.Any(e => e is { Kind: ExternalKind.Memory, Name: ExportNames.Memory });
    }

    /// <summary>What contracts know of it.</summary>
    public GuestModule Guest { get; }

    /// <summary>The library's module.</summary>
    public AstModuleHandle Ast { get; }

    /// <summary>The host's functions that it imports.</summary>
    public ImportTable Imports { get; }

    /// <summary>The engine's configuration.</summary>
    public WasmEdgeConfiguration Configuration { get; }

    /// <summary>Stops its guests.</summary>
    public Watchdog Watchdog { get; }

    /// <summary>Bytes that its memories have at first.</summary>
    public ulong MinimumMemory { get; }

    /// <summary>Whether it exports the memory that contracts use.</summary>
    public bool HasMemory { get; }

    /// <inheritdoc/>
    public override ModuleFile Module => Guest.File;

    /// <inheritdoc/>
    public override int Mappings => Configuration.AheadOfTime ? ModuleLoader.MappingsOfSharedObject : 0;

    /// <inheritdoc/>
    public override ValueTask<WasmInstance> InstantiateAsync(InvocationLimits limits, InvocationCancellation cancellation)
    {
        ModuleChecks.Limits(MinimumMemory, _elements, limits, Configuration);
        return _slots.TryTake() ? new ValueTask<WasmInstance>(Make(limits, cancellation)) : WaitAndMakeAsync(limits, cancellation);
    }

    /// <summary>An instance ended.</summary>
    public void Return(WasmEdgeInstance instance)
    {
        _slots.Release();
        lock (_lock)
        {
            if (!instance.Stopped && _idle.Count < KeptInstances)
            {
                _idle.Push(instance);
                return;
            }
        }

        Destroy(instance);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        while (_idle.TryPop(out var instance)) Destroy(instance);
        Ast.Dispose();
    }

    private async ValueTask<WasmInstance> WaitAndMakeAsync(InvocationLimits limits, InvocationCancellation cancellation)
    {
        await _slots.TakeAsync(cancellation);
        return Make(limits, cancellation);
    }

    private WasmEdgeInstance Make(InvocationLimits limits, InvocationCancellation cancellation)
    {
        WasmEdgeInstance? instance = null;
        try
        {
            lock (_lock) _idle.TryPop(out instance);
            if (instance is null)
            {
                instance = new WasmEdgeInstance(this);
                Watchdog.Add(instance);
            }

            instance.Start(limits, cancellation);
            return instance;
        }
        catch
        {
            if (instance is null) _slots.Release();
            else instance.Dispose();
            throw;
        }
    }

    private void Destroy(WasmEdgeInstance instance)
    {
        Watchdog.Remove(instance);
        instance.Destroy();
    }
}
