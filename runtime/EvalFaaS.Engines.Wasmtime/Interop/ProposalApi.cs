using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasm_config_t</c>: which proposals are switched on.</summary>
internal static unsafe partial class ProposalApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_threads_set")]
    public static partial void Threads(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_tail_call_set")]
    public static partial void TailCall(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_reference_types_set")]
    public static partial void ReferenceTypes(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_function_references_set")]
    public static partial void FunctionReferences(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_gc_set")]
    public static partial void Gc(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_simd_set")]
    public static partial void Simd(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_relaxed_simd_set")]
    public static partial void RelaxedSimd(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_bulk_memory_set")]
    public static partial void BulkMemory(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_multi_value_set")]
    public static partial void MultiValue(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_multi_memory_set")]
    public static partial void MultiMemory(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_memory64_set")]
    public static partial void Memory64(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_wide_arithmetic_set")]
    public static partial void WideArithmetic(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_exceptions_set")]
    public static partial void Exceptions(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_custom_page_sizes_set")]
    public static partial void CustomPageSizes(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_config_wasm_stack_switching_set")]
    public static partial void StackSwitching(ConfigHandle config, [MarshalAs(UnmanagedType.U1)] bool value);
}
