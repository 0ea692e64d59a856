namespace EvalFaaS.Engines.WasmEdge;

/// <summary>
/// WasmEdge with ahead-of-time code in this process. Only for worker processes: while the engine lives, memory faults of the whole process
/// go to WasmEdge and no longer to .NET, so that a null reference anywhere in managed code ends the process.
/// </summary>
public sealed class WasmEdgeAotProvider : IEngineProvider
{
    /// <inheritdoc/>
    public string Name => "wasmedge-aot";

    /// <inheritdoc/>
    public string? WhyUnavailable() => Compatibility.WhyUnavailable();

    /// <inheritdoc/>
    public IWasmEngine Create(EngineOptions options)
    {
        Compatibility.Demand();
        return new WasmEdgeEngine(Name, options, aheadOfTime: true);
    }
}
