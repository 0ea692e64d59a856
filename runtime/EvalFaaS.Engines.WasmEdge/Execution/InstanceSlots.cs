using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>How many instances may live at once: each reserves 12 GiB of addresses and some memory mappings.</summary>
internal sealed class InstanceSlots : IDisposable
{
    /// <summary>Memory mappings of an instance with one memory: the reserve before, the memory, the reserve behind.</summary>
    public const int MappingsOfInstance = 3;

    /// <summary>A process has 128 TiB of addresses; half of them for guests.</summary>
    private const int MostByAddresses = 5_000;

    private readonly MappingBudget _mappings;
    private readonly SemaphoreSlim _free;

    /// <summary>Sized as the options say, or from the machine.</summary>
    public InstanceSlots(EngineOptions options)
    {
        _mappings = options.Mappings;
        Total = options.MaximumInstances > 0
            ? options.MaximumInstances
            : (int)Math.Clamp((_mappings.Total - _mappings.Used) / MappingsOfInstance / 2, 1, MostByAddresses);
        _free = new SemaphoreSlim(Total);
    }

    /// <summary>Instances that may live at once.</summary>
    public int Total { get; }

    /// <summary>Takes one if one is free.</summary>
    public bool TryTake()
    {
        if (!_free.Wait(0)) return false;
        if (_mappings.TryReserve(MappingsOfInstance)) return true;
        _free.Release();
        throw new FaultException(FaultKind.NoCapacity, WasmEdgeEngine.Component, "The process's budget of memory mappings is used up. Raise vm.max_map_count or keep fewer modules and instances.", retryMayHelp: true);
    }

    /// <summary>Waits for one.</summary>
    public async ValueTask TakeAsync(InvocationCancellation cancellation)
    {
        do
        {
            try
            {
                await _free.WaitAsync(cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                throw new FaultException(
                    FaultKind.NoCapacity, WasmEdgeEngine.Component, $"All {Total} instances that may live at once were in use until the invocation was over.", retryMayHelp: true);
            }

            _free.Release();
        }
        while (!TryTake());
    }

    /// <summary>Gives one back.</summary>
    public void Release()
    {
        _mappings.Release(MappingsOfInstance);
        _free.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
