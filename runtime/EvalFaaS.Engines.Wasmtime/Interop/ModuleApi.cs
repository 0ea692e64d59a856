using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasmtime_module_t</c>: compiling, storing and loading code.</summary>
internal static unsafe partial class ModuleApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_module_new")]
    public static partial nint New(EngineHandle engine, byte* wasm, nuint length, out CodeHandle module);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_module_validate")]
    public static partial nint Validate(EngineHandle engine, byte* wasm, nuint length);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_module_serialize")]
    public static partial nint Serialize(CodeHandle module, out NativeVector bytes);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_module_deserialize_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint DeserializeFile(EngineHandle engine, string path, out CodeHandle module);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_module_delete")]
    public static partial void Delete(nint module);
}
