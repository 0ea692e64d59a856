using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasmtime_pooling_allocation_config_t</c>: the pool of instance slots.</summary>
internal static unsafe partial class PoolConfigApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_new")]
    public static partial PoolConfigHandle New();

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_delete")]
    public static partial void Delete(nint pool);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_decommit_batch_size_set")]
    public static partial void DecommitBatchSize(PoolConfigHandle pool, nuint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_linear_memory_keep_resident_set")]
    public static partial void LinearMemoryKeepResident(PoolConfigHandle pool, nuint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_table_keep_resident_set")]
    public static partial void TableKeepResident(PoolConfigHandle pool, nuint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_max_unused_warm_slots_set")]
    public static partial void MaxUnusedWarmSlots(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_total_core_instances_set")]
    public static partial void TotalCoreInstances(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_total_memories_set")]
    public static partial void TotalMemories(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_total_tables_set")]
    public static partial void TotalTables(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_total_gc_heaps_set")]
    public static partial void TotalGcHeaps(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_max_core_instance_size_set")]
    public static partial void MaxCoreInstanceSize(PoolConfigHandle pool, nuint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_max_memories_per_module_set")]
    public static partial void MaxMemoriesPerModule(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_max_tables_per_module_set")]
    public static partial void MaxTablesPerModule(PoolConfigHandle pool, uint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_max_memory_size_set")]
    public static partial void MaxMemorySize(PoolConfigHandle pool, nuint value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_config_table_elements_set")]
    public static partial void TableElements(PoolConfigHandle pool, nuint value);
}
