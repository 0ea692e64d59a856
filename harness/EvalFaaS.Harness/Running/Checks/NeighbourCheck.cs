using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Measures with a neighbour are left out on targets that take none.</summary>
internal sealed class NeighbourCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        foreach (var (name, target) in intent.Targets.Where(t => !t.Value.Abilities.HasFlag(TargetAbilities.Neighbours)))
            if (intent.Suite.Measures.Where(m => m.Neighbour is not null && m.Targets.Contains(name)).Select(m => m.Name).ToArray() is { Length: > 0 } measures)
                yield return new("no-neighbour", $"'{name}' takes no second function that may fail beside the measured one: {string.Join(", ", measures)} {(measures.Length == 1 ? "is" : "are")} left out there.");
    }
}
