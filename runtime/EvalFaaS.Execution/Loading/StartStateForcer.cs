using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Brings a revision into a start state on purpose, so that a measurement can begin there.</summary>
internal sealed class StartStateForcer(ModuleCache modules, ContentStore store, EngineSet engines)
{
    /// <returns>False where it cannot be brought there: its module is in use, the page cache keeps it, or the state needs a call.</returns>
    public async Task<bool> ForceAsync(DeployedFunction function, StartState state, CancellationToken cancellation)
    {
        if (state is StartState.NodeStart or StartState.ReusedInstance) return false;
        function.Pool?.Clear();
        // Loaded once, so that the files of all states but N1 are there.
        if (modules.Load(function.Slot) is { } flight) await flight.Task.WaitAsync(cancellation).ConfigureAwait(false);
        if (state == StartState.FreshInstance) return true;
        if (!modules.TryUnmap(function.Slot, ColdCause.Evicted)) return false;

        var engine = engines.Get(function.Revision.Engine).Description;
        var ahead = engine.Capabilities.AheadOfTime;
        var path = ahead ? store.Code.PathOf(function.Slot.Key, engine.CodeFingerprint) : store.Modules.PathOf(function.Revision.Module);
        switch (state)
        {
            case StartState.ArtefactAbsent when ahead:
                store.Code.Delete(path);
                return true;
            case StartState.ArtefactColdPages:
                ReplaceByCopy(path);
                MappedFile.DropFromPageCache(path);
                using (var file = MappedFile.Open(path)) return file?.InPageCache() == false;
            case StartState.ArtefactOnDisk:
                await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>An engine's pool may keep a module's memory image mapped after the module is gone, and mapped pages cannot be dropped: nobody maps a new file.</summary>
    private static void ReplaceByCopy(string path)
    {
        var copy = path + ".copy";
        File.Copy(path, copy, overwrite: true);
        File.Move(copy, path, overwrite: true);
    }
}
