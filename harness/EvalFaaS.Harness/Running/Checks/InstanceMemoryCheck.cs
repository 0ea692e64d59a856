using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Live instances must fit the memory, or the machine would measure its own swapping.</summary>
internal sealed class InstanceMemoryCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        var room = Math.Min(intent.AvailableBytes, intent.NoMemoryLimit is null ? intent.Options.MemoryBytes : long.MaxValue);
        foreach (var measure in intent.Suite.Measures.OfType<MemoryMeasure>())
            foreach (var name in measure.Targets.Where(intent.Targets.ContainsKey))
                if (measure.Instances * intent.Targets[name].InstanceBytes is var needed && needed > room)
                    yield return new(
                        "too-little-memory",
                        $"'{measure.Name}' holds {measure.Instances:N0} instances on '{name}', at least {needed >> 20:N0} MiB, and there are {room >> 20:N0} MiB. Ask for fewer instances, or leave '{name}' out of the measure.",
                        EndsRun: true);
    }
}
