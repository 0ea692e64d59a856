using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>A module that workers have loaded or load on first use. Instances are made in the worker, together with their first invocation.</summary>
internal sealed class WorkerModule(WorkerEngine engine, ModuleDefinition definition) : CompiledModule
{
    private readonly SurroundingsCache _surroundings = new(engine);

    // A reactor that does not ask for its request's head need not be sent one.
    private readonly bool _needsHead = definition.Module.Interface.Contract != ContractKind.Reactor
        || definition.Module.Interface.ImportsFunction(ReactorImports.Module, "context_get");

    /// <inheritdoc/>
    public override ModuleFile Module => definition.Module;

    /// <inheritdoc/>
    public override ValueTask<WasmInstance> InstantiateAsync(InvocationLimits limits, InvocationCancellation cancellation) =>
        new(new WorkerInstance(engine, this, limits));

    public WorkerCall Call(InvocationContext context, InvocationLimits instanceLimits, long instance, InvokeFlags flags) =>
        new(definition, _surroundings.Of(context.Environment, context.Limits, instanceLimits), instance, flags, _needsHead);

    /// <inheritdoc/>
    /// <remarks>Waits for workers that are busy, too: one of them may have been told to load it just before.</remarks>
    public override async ValueTask UnloadAsync(CancellationToken cancellation)
    {
        Dispose();
        await engine.SettleAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        engine.Errands.Retract(FrameKind.Unload, definition.Key);
        _surroundings.Dispose();
    }
}
