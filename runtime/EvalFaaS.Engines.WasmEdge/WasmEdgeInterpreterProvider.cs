namespace EvalFaaS.Engines.WasmEdge;

/// <summary>WasmEdge's interpreter, in this process.</summary>
public sealed class WasmEdgeInterpreterProvider : IEngineProvider
{
    /// <inheritdoc/>
    public string Name => "wasmedge-interp";

    /// <inheritdoc/>
    public string? WhyUnavailable() => Compatibility.WhyUnavailable();

    /// <inheritdoc/>
    public IWasmEngine Create(EngineOptions options)
    {
        Compatibility.Demand();
        return new WasmEdgeEngine(Name, options, aheadOfTime: false);
    }
}
