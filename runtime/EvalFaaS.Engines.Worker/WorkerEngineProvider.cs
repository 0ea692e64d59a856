using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Makes an engine whose guests run in worker processes, whatever engine runs in there.</summary>
/// <param name="name">The engine's name, for example <c>wasmtime-worker</c>.</param>
/// <param name="innerName">The engine inside the worker, for example <c>wasmtime</c>.</param>
public sealed class WorkerEngineProvider(string name, string innerName) : IEngineProvider
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The engine inside the worker.</summary>
    public string InnerName => innerName;

    /// <inheritdoc/>
    public string? WhyUnavailable()
    {
        if (InnerEngines.Find(innerName) is not { } inner) return $"No engine '{innerName}' is known to the worker program.";
        return File.Exists(WorkerStarter.DefaultProgram)
            ? inner.WhyUnavailable()
            : $"The worker program '{WorkerStarter.DefaultProgram}' is missing: build the project EvalFaaS.Engines.Worker, which puts it beside every program that uses it.";
    }

    /// <inheritdoc/>
    public IWasmEngine Create(EngineOptions options) => WhyUnavailable() is { } why
        ? throw new FaultException(FaultKind.EngineUnavailable, $"engine/{name}", why)
        : new WorkerEngine(name, options, new WorkerStarter(name, innerName, options), PoolSize.Of(options));
}
