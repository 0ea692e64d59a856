using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>
/// WasmEdge_ModuleInstance*, FunctionInstance* and MemoryInstance*.
/// What passes a WasmEdge_Value by value (globals) is left out: its 16-byte alignment cannot be promised from here.
/// </summary>
internal static unsafe partial class Instances
{
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ModuleInstanceCreate")]
    public static partial HostModuleHandle Create(WasmEdgeString name);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ModuleInstanceDelete")]
    public static partial void Delete(nint instance);

    /// <summary>The module owns the function from here on.</summary>
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ModuleInstanceAddFunction")]
    public static partial void AddFunction(HostModuleHandle instance, WasmEdgeString name, nint function);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ModuleInstanceFindFunction")]
    public static partial nint FindFunction(nint instance, WasmEdgeString name);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ModuleInstanceFindMemory")]
    public static partial nint FindMemory(nint instance, WasmEdgeString name);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_FunctionTypeCreate")]
    public static partial nint FunctionTypeCreate(ulong* parameters, uint parameterCount, ulong* results, uint resultCount);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_FunctionTypeDelete")]
    public static partial void FunctionTypeDelete(nint type);

    /// <summary>A function of the host's: the callback gets the binding, the data, the frame and the values.</summary>
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_FunctionInstanceCreateBinding")]
    public static partial nint FunctionCreate(
        nint type, delegate* unmanaged[Cdecl]<nint, nint, nint, WasmEdgeValue*, uint, WasmEdgeValue*, uint, uint> callback, nint binding, nint data, ulong cost);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_FunctionInstanceDelete")]
    public static partial void FunctionDelete(nint function);

    // Both only read a field or two, far below the cost of telling the collector about the call.
    [SuppressGCTransition]
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_MemoryInstanceGetPageSize")]
    public static partial uint MemoryPages(nint memory);

    [SuppressGCTransition]
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_MemoryInstanceGetPointer")]
    public static partial byte* MemoryPointer(nint memory, uint offset, uint length);
}
