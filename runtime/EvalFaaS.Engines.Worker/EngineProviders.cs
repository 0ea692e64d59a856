using EvalFaaS.Engines.WasmEdge;
using EvalFaaS.Engines.Wasmtime;

namespace EvalFaaS.Engines.Worker;

/// <summary>The engines that a node or a harness uses, in the order in which they are listed.</summary>
public static class EngineProviders
{
    /// <summary>All of them; each says by itself whether it can be had on this machine.</summary>
    public static IReadOnlyList<IEngineProvider> All { get; } =
    [
        new WasmtimeEngineProvider(),
        new WorkerEngineProvider("wasmtime-worker", "wasmtime"),
        new WorkerEngineProvider("wasmedge", "wasmedge-aot"),
        new WasmEdgeInterpreterProvider(),
    ];
}
