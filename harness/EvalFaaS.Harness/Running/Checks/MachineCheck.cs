namespace EvalFaaS.Harness.Running;

/// <summary>What kind of machine it is.</summary>
internal sealed class MachineCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        if (intent.NoMemoryLimit is { } reason) yield return new("no-memory-limit", $"No target had a memory limit ({reason}).");
        if (intent.Machine.Virtualisation.StartsWith("virtual", StringComparison.Ordinal)) yield return new("virtual-machine", "This is a virtual machine: other guests of its host can disturb it unseen.");
    }
}
