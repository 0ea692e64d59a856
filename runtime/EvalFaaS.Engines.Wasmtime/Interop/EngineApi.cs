using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasm_engine_t</c>.</summary>
internal static unsafe partial class EngineApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasm_engine_new_with_config")]
    public static partial EngineHandle New(nint config);

    [LibraryImport(Native.Library, EntryPoint = "wasm_engine_delete")]
    public static partial void Delete(nint engine);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_engine_increment_epoch")]
    public static partial void IncrementEpoch(EngineHandle engine);
}
