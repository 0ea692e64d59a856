using System.Runtime.CompilerServices;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>An engine whose compiling, loading and running happens in worker processes.</summary>
internal sealed class WorkerEngine : IWasmEngine
{
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly Lazy<EngineDescription> _description;
    private readonly ConditionalWeakTable<GuestEnvironment, WorkerClaim> _claims = [];
    private int _modules;
    private int _surroundings;

    public WorkerEngine(string name, EngineOptions options, WorkerStarter starter, PoolSize size)
    {
        _name = name;
        _time = options.Time;
        Pool = new WorkerPool(name, starter, size, options.Time);
        Errands = new WorkerErrands(Pool);
        _description = new Lazy<EngineDescription>(() => WorkerDescription.Of(name, Pool.Description.GetAwaiter().GetResult(), size));
    }

    /// <summary>The workers.</summary>
    public WorkerPool Pool { get; }

    /// <summary>What they are told beside their invocations.</summary>
    public WorkerErrands Errands { get; }

    /// <summary>The engine's name.</summary>
    public string Name => _name;

    /// <summary>The clock for the last resort.</summary>
    public TimeProvider Time => _time;

    /// <inheritdoc/>
    /// <remarks>Waits for the first worker's greeting, which takes a fraction of a second after the engine was made.</remarks>
    public EngineDescription Description => _description.Value;

    /// <inheritdoc/>
    public async ValueTask CompileAsync(ModuleFile module, string codePath, CancellationToken cancellation) =>
        await AskAnyAsync(worker =>
        {
            worker.Channel.Writer.Begin(FrameKind.Compile);
            ModuleCodec.Write(worker.Channel.Writer, module);
            worker.Channel.Writer.Text(codePath);
            worker.Channel.Writer.End();
        }, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <remarks>Loads it in one worker, so that what is wrong with it shows now; the idle ones load it beside, the others on first use.</remarks>
    public async ValueTask<CompiledModule> LoadAsync(ModuleFile module, string? codePath, HostImports imports, CancellationToken cancellation)
    {
        var definition = new ModuleDefinition(Interlocked.Increment(ref _modules), module, codePath, Stubs(imports, module.Interface));
        Pool.Fill();
        await AskAnyAsync(worker =>
        {
            worker.Prepare(definition, null);
            worker.Channel.Writer.Begin(FrameKind.Load);
            worker.Channel.Writer.Int32(definition.Key);
            worker.Channel.Writer.End();
        }, cancellation).ConfigureAwait(false);
        Errands.Announce(definition);
        return new WorkerModule(this, definition);
    }

    /// <summary>Waits until every worker has done what it was told so far.</summary>
    public async ValueTask SettleAsync(CancellationToken cancellation)
    {
        foreach (var known in Pool.All)
        {
            try
            {
                await AskAsync(await Pool.TakeAsync(new WorkerClaim(), known, cancellation).ConfigureAwait(false), static worker => worker.Settle(), cancellation).ConfigureAwait(false);
            }
            catch (FaultException e) when (e.Fault.Kind == FaultKind.WorkerLost)
            {
                // A process that is gone does nothing any more.
            }
        }
    }

    /// <summary>What a revision holds of the workers; the same for the same surroundings.</summary>
    public WorkerClaim ClaimOf(GuestEnvironment environment) => _claims.GetOrCreateValue(environment);

    /// <summary>An identity for surroundings.</summary>
    public int NextSurroundings() => Interlocked.Increment(ref _surroundings);

    /// <inheritdoc/>
    public void Dispose() => Pool.Dispose();

    // Grants that the worker has itself need not travel; a stub travels as its name; any other function cannot.
    private List<HostFunction> Stubs(HostImports imports, ModuleInterface module)
    {
        var stubs = new List<HostFunction>();
        foreach (var import in module.Imports)
        {
            var granted = imports.Find(import.Module, import.Name);
            if (granted is null || granted == StandardImports.All.Find(import.Module, import.Name)) continue;
            stubs.Add(StubImports.IsStub(granted) ? granted : throw WorkerFaults.NotPortable(_name, granted));
        }

        return stubs;
    }

    private async ValueTask AskAnyAsync(Action<WorkerProcess> write, CancellationToken cancellation) =>
        await AskAsync(await Pool.TakeAsync(new WorkerClaim(), null, cancellation).ConfigureAwait(false), write, cancellation).ConfigureAwait(false);

    private async ValueTask AskAsync(WorkerProcess worker, Action<WorkerProcess> write, CancellationToken cancellation)
    {
        var answer = Task.Factory.StartNew(() => WorkerQuestion.Ask(worker, write), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // What an engine compiles or loads cannot be called off; who does not want it any more ends the worker.
        await using (cancellation.UnsafeRegister(static w => ((WorkerProcess)w!).Kill(), worker).ConfigureAwait(false))
        {
            try
            {
                var fault = await answer.ConfigureAwait(false);
                Pool.Return(worker);
                if (fault is not null) throw new FaultException(fault);
            }
            catch (Exception e) when (e is not FaultException)
            {
                var lost = worker.LostFault;
                Pool.Discard(worker);
                cancellation.ThrowIfCancellationRequested();
                throw new FaultException(lost, e);
            }
        }
    }
}
