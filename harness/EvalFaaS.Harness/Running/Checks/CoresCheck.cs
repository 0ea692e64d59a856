namespace EvalFaaS.Harness.Running;

/// <summary>Whether generator and targets are out of each other's way.</summary>
internal sealed class CoresCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        if (intent.Cores.Shared) yield return new("shared-core", "The generator and the targets share their cores: latencies contain the generator's own work. Run it on two cores or more.");
        if (intent.Machine.Siblings == true) yield return new("sibling-cores", "The generator's core and the targets' are hyper-threads of one core: each slows the other. Allow a core more (taskset), or switch hyper-threading off.");
    }
}
