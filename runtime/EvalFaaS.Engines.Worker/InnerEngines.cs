using EvalFaaS.Engines.WasmEdge;
using EvalFaaS.Engines.Wasmtime;

namespace EvalFaaS.Engines.Worker;

/// <summary>The engines that a worker process can run inside it.</summary>
internal static class InnerEngines
{
    public static IReadOnlyList<IEngineProvider> All { get; } =
    [
        new WasmtimeEngineProvider(),
        new WasmEdgeAotProvider(),
        new WasmEdgeInterpreterProvider(),
    ];

    public static IEngineProvider? Find(string name) => All.FirstOrDefault(e => e.Name == name);
}
