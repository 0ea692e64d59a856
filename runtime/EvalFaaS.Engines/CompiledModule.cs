using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>A loaded module. Safe for any number of threads; disposed only when no instance of it lives.</summary>
public abstract class CompiledModule : IDisposable
{
    /// <summary>The module it was loaded from.</summary>
    public abstract ModuleFile Module { get; }

    /// <summary>Memory mappings that it holds, for the process's budget of them.</summary>
    public virtual int Mappings => 0;

    /// <summary>Makes a fresh instance. Waits while the engine's pool is full.</summary>
    /// <param name="limits">What each invocation on it may use.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FaultException">No room came free, or the module's own minimum is over its limits.</exception>
    public abstract ValueTask<WasmInstance> InstantiateAsync(InvocationLimits limits, InvocationCancellation cancellation);

    /// <summary>Disposes of it and waits until nobody, in whatever process, has its code mapped or is about to map it.</summary>
    /// <param name="cancellation">Ends the wait; it is disposed of all the same.</param>
    public virtual ValueTask UnloadAsync(CancellationToken cancellation)
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
