using EvalFaaS.Engines;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>Makes a mapped module of whatever is there of it: fetches, verifies, compiles and loads as far as it must, and notes the time of each.</summary>
internal sealed partial class ModuleLoader(
    ContentStore store, EngineSet engines, ModuleFetcher fetcher, HostImports imports, RuntimeCounters counters, TimeProvider time, ILogger logger)
{
    /// <summary>Called when no memory mappings are left: frees some, or false when there is nothing to free.</summary>
    public Func<bool> MakeRoom { get; set; } = () => false;

    public async Task<LoadedModule> LoadAsync(ModuleSlot slot, LoadFlight flight, CancellationToken cancellation)
    {
        var engine = engines.Get(slot.Key.Engine);
        var ahead = engine.Description.Capabilities.AheadOfTime;
        var codePath = ahead ? store.Code.PathOf(slot.Key, engine.Description.CodeFingerprint) : null;
        var state = codePath is null ? store.Modules.Check(slot.Key.Module) : CheckCode(codePath);
        flight.StartState = state switch
        {
            FileState.WarmPages => StartState.ArtefactOnDisk,
            FileState.ColdPages => StartState.ArtefactColdPages,
            _ => StartState.ArtefactAbsent,
        };
        var absent = flight.StartState == StartState.ArtefactAbsent;
        if (slot.File is null || absent) slot.File = await ModuleAsync(slot, flight, cancellation).ConfigureAwait(false);
        End(flight, Phase.Verify);
        if (codePath is not null && absent) await CompileAsync(engine, slot.File, codePath, flight, cancellation).ConfigureAwait(false);

        var compiled = await MapAsync(engine, slot.File, codePath, cancellation).ConfigureAwait(false);
        if (codePath is not null) ContentStore.Touch(codePath, time.GetUtcNow().UtcDateTime);
        slot.CodeBytes = new FileInfo(codePath ?? slot.File.Path).Length;
        Interlocked.Increment(ref counters.LoadsCount);
        End(flight, Phase.Load);
        return new LoadedModule(compiled);
    }

    private async ValueTask<ModuleFile> ModuleAsync(ModuleSlot slot, LoadFlight flight, CancellationToken cancellation)
    {
        var digest = slot.Key.Module;
        var path = store.Modules.PathOf(digest);
        var state = store.Modules.Check(digest);
        if (state is FileState.Missing or FileState.Damaged)
        {
            if (state == FileState.Damaged) Damaged(path);
            End(flight, Phase.Verify);
            var bytes = await fetcher.FetchAgainAsync(slot.Source, digest, cancellation).ConfigureAwait(false);
            store.Modules.Put(digest, bytes);
            store.Added(path);
            End(flight, Phase.Fetch);
        }

        return slot.File ?? new ModuleFile(path, digest, ModuleInspector.Inspect(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false)));
    }

    private FileState CheckCode(string path)
    {
        var state = store.Code.Check(path);
        if (state != FileState.Damaged) return state;
        Damaged(path);
        store.Code.Delete(path);
        return state;
    }

    private async Task CompileAsync(IWasmEngine engine, ModuleFile module, string codePath, LoadFlight flight, CancellationToken cancellation)
    {
        var temporary = store.Files.Temporary();
        try
        {
            // On a thread of its own: whoever waits for it keeps his deadline.
            await Task.Run(() => engine.CompileAsync(module, temporary, cancellation).AsTask(), cancellation).ConfigureAwait(false);
            store.Code.Adopt(temporary, codePath);
        }
        finally
        {
            store.Files.Discard(temporary);
        }

        Interlocked.Increment(ref counters.CompilesCount);
        store.Added(codePath);
        End(flight, Phase.Compile);
    }

    private async ValueTask<CompiledModule> MapAsync(IWasmEngine engine, ModuleFile module, string? codePath, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await engine.LoadAsync(module, codePath, imports, cancellation).ConfigureAwait(false);
            }
            catch (FaultException e) when (e.Fault.Kind == FaultKind.NoCapacity && MakeRoom())
            {
                // Something idle was unmapped: try again.
            }
        }
    }

    private void Damaged(string path)
    {
        Interlocked.Increment(ref counters.CorruptionsCount);
        LogDamaged(path);
    }

    private void End(LoadFlight flight, Phase phase) => flight.EndStage(phase, time.NowNs());

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored file {Path} is damaged; it is not used and made anew.")]
    private partial void LogDamaged(string path);
}
