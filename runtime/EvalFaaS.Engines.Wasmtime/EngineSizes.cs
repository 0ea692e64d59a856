using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>How large the pool is: decided once from the options and the machine.</summary>
internal sealed record EngineSizes
{
    /// <summary>Memory mappings that a slot in use costs: image, heap, the rest of the reservation, table.</summary>
    public const int MappingsPerSlot = 4;

    /// <summary>Slots that may lie unused but still mapped beyond the highest number in use.</summary>
    public const int WarmSlots = 64;

    /// <summary>Elements that a table of the pool may have.</summary>
    public const int TableElements = 65_536;

    /// <summary>Tables or memories that one module may define.</summary>
    public const int StoragesPerModule = 16;

    private const int Most = 8_192;
    private const ulong Reservation = (4UL << 30) + (64UL << 20);
    private const long ResidentPerSlot = 1 << 20;

    /// <summary>Instances that may live at once.</summary>
    public required int Slots { get; init; }

    /// <summary>The largest memory that an instance may have, bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Sizes for these options on this machine.</summary>
    /// <exception cref="FaultException">Not even a small pool can be reserved.</exception>
    public static EngineSizes Choose(EngineOptions options)
    {
        var slots = options.MaximumInstances > 0 ? options.MaximumInstances : Default(options);
        while (!AddressSpace.Fits((ulong)slots * Reservation))
        {
            slots /= 2;
            if (slots == 0)
            {
                throw new FaultException(FaultKind.EngineUnavailable, NativeErrors.Component,
                    $"No {Reservation >> 30} GiB of address space can be reserved for an instance. Raise `ulimit -v`, or close other engines of this process.");
            }
        }

        return new EngineSizes { Slots = slots, MemoryBytes = Math.Clamp(options.MaximumMemoryBytes, 64 << 10, 4L << 30) };
    }

    private static int Default(EngineOptions options)
    {
        var byMappings = (options.Mappings.Total / MappingsPerSlot) - WarmSlots;
        var byMemory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / ResidentPerSlot;
        return (int)Math.Clamp(Math.Min(byMappings, byMemory), 16, Most);
    }
}
