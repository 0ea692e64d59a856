using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasmtime_store_t</c>: on the path of every request, so stores are raw pointers owned by a <c>WasmtimeInstance</c>.</summary>
internal static unsafe partial class StoreApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_store_new")]
    public static partial nint New(nint engine, nint data, nint finalizer);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_store_delete")]
    public static partial void Delete(nint store);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_store_context")]
    [SuppressGCTransition]
    public static partial nint Context(nint store);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_store_limiter")]
    public static partial void Limit(nint store, long memoryBytes, long tableElements, long instances, long tables, long memories);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_store_epoch_deadline_callback")]
    public static partial void OnEpoch(nint store, delegate* unmanaged[Cdecl]<nint, nint, ulong*, byte*, nint> callback, nint data, nint finalizer);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_context_set_epoch_deadline")]
    [SuppressGCTransition]
    public static partial void SetEpochDeadline(nint context, ulong ticks);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_context_set_fuel")]
    public static partial nint SetFuel(nint context, ulong fuel);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_context_get_data")]
    [SuppressGCTransition]
    public static partial nint Data(nint context);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_caller_context")]
    [SuppressGCTransition]
    public static partial nint CallerContext(nint caller);
}
