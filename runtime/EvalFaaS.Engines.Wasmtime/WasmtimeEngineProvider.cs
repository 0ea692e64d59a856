using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>Makes Wasmtime engines that run guests in this process.</summary>
public sealed class WasmtimeEngineProvider : IEngineProvider
{
    internal const string EngineName = "wasmtime";

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <inheritdoc/>
    public string? WhyUnavailable() => PackageLayout.Difference() is { } difference
        ? $"Wasmtime cannot be used: {difference}. Build with the version of the Wasmtime package that Directory.Packages.props names, on one of its platforms."
        : null;

    /// <inheritdoc/>
    public IWasmEngine Create(EngineOptions options) => WhyUnavailable() is { } reason
        ? throw new FaultException(FaultKind.EngineUnavailable, NativeErrors.Component, reason)
        : new WasmtimeEngine(options);
}
