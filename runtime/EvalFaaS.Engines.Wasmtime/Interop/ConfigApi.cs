using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasm_config_t</c>: settings of an engine.</summary>
internal static unsafe partial class ConfigApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasm_config_new")]
    public static partial ConfigHandle New();

    [LibraryImport(Native.Library, EntryPoint = "wasm_config_delete")]
    public static partial void Delete(nint config);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_consume_fuel_set")]
    public static partial void ConsumeFuel(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_epoch_interruption_set")]
    public static partial void EpochInterruption(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_memory_init_cow_set")]
    public static partial void MemoryInitCow(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_native_unwind_info_set")]
    public static partial void NativeUnwindInfo(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_cranelift_nan_canonicalization_set")]
    public static partial void CraneliftNanCanonicalization(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_shared_memory_set")]
    public static partial void SharedMemory(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_gc_support_set")]
    public static partial void GcSupport(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_concurrency_support_set")]
    public static partial void ConcurrencySupport(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_max_wasm_stack_set")]
    public static partial void MaxWasmStack(ConfigHandle config, nuint bytes);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_cranelift_opt_level_set")]
    public static partial void CraneliftOptLevel(ConfigHandle config, byte level);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_strategy_set")]
    public static partial void Strategy(ConfigHandle config, byte strategy);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_cranelift_flag_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void CraneliftFlag(ConfigHandle config, string flag, string value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_pooling_allocation_strategy_set")]
    public static partial void Pool(ConfigHandle config, PoolConfigHandle pool);
}
