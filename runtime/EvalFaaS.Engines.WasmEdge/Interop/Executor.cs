using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>
/// WasmEdge_Executor*, Store* and Async*. What runs for every instance and call takes plain pointers:
/// their owner holds the safe handles for as long as it lives.
/// </summary>
internal static unsafe partial class Executor
{
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ExecutorCreate")]
    private static partial ExecutorHandle Create(ConfigureHandle configure, nint statistics);

    /// <summary>Its cost limit, where it counts, must be set after this call: the call itself resets it.</summary>
    public static ExecutorHandle Create(ConfigureHandle configure, StatisticsHandle? statistics) =>
        Create(configure, statistics?.DangerousGetHandle() ?? 0);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ExecutorDelete")]
    public static partial void Delete(nint executor);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StoreCreate")]
    public static partial StoreHandle StoreCreate();

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_StoreDelete")]
    public static partial void StoreDelete(nint store);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ExecutorRegisterImport")]
    public static partial uint RegisterImport(ExecutorHandle executor, StoreHandle store, HostModuleHandle module);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ExecutorInstantiate")]
    public static partial uint Instantiate(nint executor, nint* instance, nint store, nint module);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ExecutorInvoke")]
    public static partial uint Invoke(nint executor, nint function, WasmEdgeValue* parameters, uint parameterCount, WasmEdgeValue* results, uint resultCount);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_ExecutorAsyncInvoke")]
    public static partial AsyncHandle AsyncInvoke(ExecutorHandle executor, nint function, WasmEdgeValue* parameters, uint parameterCount);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_AsyncWait")]
    public static partial void AsyncWait(AsyncHandle call);

    /// <summary>Stops the executor that the call belongs to, whatever it runs now.</summary>
    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_AsyncCancel")]
    public static partial void AsyncCancel(AsyncHandle call);

    [LibraryImport(Library.Name, EntryPoint = "WasmEdge_AsyncDelete")]
    public static partial void AsyncDelete(nint call);
}
