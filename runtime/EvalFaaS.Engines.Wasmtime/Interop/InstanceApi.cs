using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasmtime_instance_t</c> and its exports: on the path of every request.</summary>
internal static unsafe partial class InstanceApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_instance_pre_instantiate")]
    public static partial nint Instantiate(nint pre, nint context, NativeInstance* instance, nint* trap);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_instance_pre_delete")]
    public static partial void DeletePre(nint pre);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_instance_export_nth")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Export(nint context, NativeInstance* instance, nuint index, byte** name, nuint* nameLength, NativeExtern* item);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_instance_export_get")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Export(nint context, NativeInstance* instance, byte* name, nuint nameLength, NativeExtern* item);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_func_call_unchecked")]
    public static partial nint Call(nint context, NativeFunction* function, NativeValue* values, nuint count, nint* trap);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_memory_data")]
    [SuppressGCTransition]
    public static partial byte* MemoryData(nint context, NativeStorage* memory);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_memory_data_size")]
    [SuppressGCTransition]
    public static partial nuint MemorySize(nint context, NativeStorage* memory);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_table_size")]
    [SuppressGCTransition]
    public static partial ulong TableSize(nint context, NativeStorage* table);
}
