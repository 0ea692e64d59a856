namespace EvalFaaS.Engines;

/// <summary>Knows whether an engine can be had on this machine, and makes it. Named only at composition roots.</summary>
public interface IEngineProvider
{
    /// <summary>The engine's name, as in a function's <c>engine</c>: <c>wasmtime</c>, <c>wasmedge</c>, ….</summary>
    string Name { get; }

    /// <summary>Null where the engine can be had; else what is missing and how to have it.</summary>
    string? WhyUnavailable();

    /// <summary>Makes the engine.</summary>
    /// <exception cref="Model.FaultException">It cannot be had: the message is that of <see cref="WhyUnavailable"/>.</exception>
    IWasmEngine Create(EngineOptions options);
}
