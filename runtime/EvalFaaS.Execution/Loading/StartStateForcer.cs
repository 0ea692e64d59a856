using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Brings a revision into a start state on purpose, so that a measurement can begin there.</summary>
internal sealed class StartStateForcer(ModuleCache modules, ContentStore store, EngineSet engines)
{
    /// <returns>Why it could not be brought there, in a sentence; null where it was.</returns>
    public async Task<string?> ForceAsync(DeployedFunction function, StartState state, CancellationToken cancellation)
    {
        if (state is StartState.NodeStart or StartState.ReusedInstance) return "It takes a call to bring a function into this state.";
        function.Pool?.Clear();
        // Loaded once, so that the files of all states but N1 are there.
        if (modules.Load(function.Slot) is { } flight) await flight.Task.WaitAsync(cancellation).ConfigureAwait(false);
        if (state == StartState.FreshInstance) return null;
        if (!await modules.TryUnmapEverywhereAsync(function.Slot, ColdCause.Evicted, cancellation).ConfigureAwait(false))
            return $"{function.Name} has invocations under way, or another revision with the same module has. Wait for them to end.";

        var engine = engines.Get(function.Revision.Engine).Description;
        var ahead = engine.Capabilities.AheadOfTime;
        var path = ahead ? store.Code.PathOf(function.Slot.Key, engine.CodeFingerprint) : store.Modules.PathOf(function.Revision.Module);
        switch (state)
        {
            case StartState.ArtefactAbsent when ahead:
                store.Code.Delete(path);
                return null;
            case StartState.ArtefactAbsent:
                return $"The engine '{function.Revision.Engine}' has no compiled code that could be absent.";
            case StartState.ArtefactColdPages:
                return PageCache.TryMakeCold(path) ? null : $"The file system keeps {path} in the page cache, as a tmpfs does. Choose a data directory on a disk.";
            default:
                await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
                return null;
        }
    }
}
