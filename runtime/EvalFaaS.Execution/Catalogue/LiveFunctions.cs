using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Brings revisions to life and takes it from them: their slot, their pin on the store, their pool.</summary>
internal sealed class LiveFunctions(ModuleCache modules, ContentStore store, RuntimeOptions options, Admission admission, RuntimeCounters counters)
{
    public DeployedFunction Create(FunctionRevision revision, ModuleReference? source, bool succeeds)
    {
        store.Pins.Add(revision.Module);
        var slot = modules.Slot(new CodeKey(revision.Engine, revision.TrustDomain, revision.Module));
        var function = new DeployedFunction(revision, source, slot, options, admission, counters) { Succeeds = succeeds };
        modules.Attach(function);
        return function;
    }

    public void Retire(DeployedFunction function)
    {
        modules.Detach(function);
        store.Pins.Remove(function.Revision.Module);
    }
}
