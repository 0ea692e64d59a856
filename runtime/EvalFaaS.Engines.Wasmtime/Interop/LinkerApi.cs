using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary><c>wasmtime_linker_t</c>: host functions and what is linked with them.</summary>
internal static unsafe partial class LinkerApi
{
    [LibraryImport(Native.Library, EntryPoint = "wasmtime_linker_new")]
    public static partial LinkerHandle New(EngineHandle engine);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_linker_delete")]
    public static partial void Delete(nint linker);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_linker_define_func_unchecked")]
    public static partial nint DefineFunction(LinkerHandle linker, byte* module, nuint moduleLength, byte* name, nuint nameLength, nint type, delegate* unmanaged[Cdecl]<nint, nint, NativeValue*, nuint, nint> callback, nint data, nint finalizer);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_linker_instantiate_pre")]
    public static partial nint InstantiatePre(LinkerHandle linker, CodeHandle module, out InstancePreHandle pre);

    [LibraryImport(Native.Library, EntryPoint = "wasm_valtype_new")]
    public static partial nint NewValueType(byte kind);

    [LibraryImport(Native.Library, EntryPoint = "wasmtime_wasm_valtype_v128")]
    public static partial nint NewV128Type();

    [LibraryImport(Native.Library, EntryPoint = "wasm_valtype_vec_new")]
    public static partial void NewValueTypes(out NativeVector types, nuint size, nint* items);

    [LibraryImport(Native.Library, EntryPoint = "wasm_functype_new")]
    public static partial nint NewFunctionType(NativeVector* parameters, NativeVector* results);

    [LibraryImport(Native.Library, EntryPoint = "wasm_functype_delete")]
    public static partial void DeleteFunctionType(nint type);
}
