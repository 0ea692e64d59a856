using System.Collections.Concurrent;
using System.Text;
using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>A loaded module: linked once, instantiated many times. Keeps the objects of instances that ended for the next ones.</summary>
internal sealed class WasmtimeModule : CompiledModule
{
    /// <summary>Memory mappings of loaded code: header, text, read-only data, memory image.</summary>
    public const int MappingsPerModule = 4;

    private readonly InstancePreHandle _pre;
    private readonly MappingBudget _budget;
    private readonly ConcurrentQueue<WasmtimeInstance> _idle = new();
    private readonly byte[]?[] _exportNames;
    private readonly int _slots;
    private InstanceLimits? _limits;
    private bool _disposed;

    public WasmtimeModule(WasmtimeEngine engine, GuestModule guest, InstancePreHandle pre, MappingBudget budget)
    {
        Engine = engine;
        Guest = guest;
        _pre = pre;
        _budget = budget;
        var shape = guest.File.Interface;
        // A module with several memories or tables takes as many of the pool's, which has one of each a slot.
        _slots = Math.Max(1, Math.Max(shape.Memories.Length, shape.Tables.Length));
        _exportNames = [.. GuestExports.All.Select(e => guest.Has(e) ? Encoding.UTF8.GetBytes(GuestExports.Name(e)) : null)];
        Raw = pre.DangerousGetHandle();
    }

    public WasmtimeEngine Engine { get; }

    public GuestModule Guest { get; }

    /// <inheritdoc/>
    public override ModuleFile Module => Guest.File;

    /// <inheritdoc/>
    public override int Mappings => MappingsPerModule;

    /// <summary>What instances are made from; valid while this is not disposed.</summary>
    public nint Raw { get; }

    /// <summary>An export's name in UTF-8.</summary>
    public ReadOnlySpan<byte> ExportName(GuestExport export) => _exportNames[(int)export];

    /// <inheritdoc/>
    public override ValueTask<WasmInstance> InstantiateAsync(InvocationLimits limits, InvocationCancellation cancellation)
    {
        var own = _limits;
        if (own is null || !ReferenceEquals(own.Source, limits)) own = CheckLimits(limits);
        return Engine.Slots.TryTake(_slots)
            ? new ValueTask<WasmInstance>(Make(own, cancellation))
            : WaitAsync(own, cancellation);
    }

    /// <summary>Takes back what an ended instance used.</summary>
    public void Ended(WasmtimeInstance instance)
    {
        _idle.Enqueue(instance);
        Engine.Slots.Give(_slots);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        while (_idle.TryDequeue(out var instance)) instance.Free();
        _pre.Dispose();
        _budget.Release(MappingsPerModule);
    }

    private InstanceLimits CheckLimits(InvocationLimits limits)
    {
        if (limits.Fuel is not null && !Engine.Fuel)
        {
            throw new FaultException(FaultKind.ModuleUnsupported, NativeErrors.Component,
                "The function has an instruction budget, but the engine does not count instructions. Switch fuel on for the engine, or take the budget away.");
        }

        return _limits = InstanceLimits.For(Module.Interface, limits, Engine.Sizes);
    }

    private async ValueTask<WasmInstance> WaitAsync(InstanceLimits limits, InvocationCancellation cancellation)
    {
        if (_slots > Engine.Slots.Total)
        {
            throw new FaultException(FaultKind.ModuleUnsupported, NativeErrors.Component,
                $"An instance of the module takes {_slots} slots for its memories and tables, the engine has {Engine.Slots.Total}.");
        }

        await Engine.Slots.TakeAsync(_slots, cancellation).ConfigureAwait(false);
        return Make(limits, cancellation);
    }

    private WasmtimeInstance Make(InstanceLimits limits, InvocationCancellation cancellation)
    {
        Engine.SlotTaken();
        if (!_idle.TryDequeue(out var instance)) instance = new WasmtimeInstance(this);
        try
        {
            instance.Begin(limits, cancellation);
            return instance;
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }
}
