using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Processes;

/// <summary>Which cores the generator and the targets run on.</summary>
/// <param name="Generator">The generator's core, or null where it shares.</param>
/// <param name="Targets">Cores of every target process.</param>
/// <param name="Shared">Whether both share a core: then latencies contain the generator's own work, which the report says.</param>
public sealed record CpuSet(int? Generator, IReadOnlyList<int> Targets, bool Shared)
{
    /// <summary>With two cores or more, the first allowed one is the generator's and the next one the targets'; else they share.</summary>
    public static CpuSet OfMachine()
    {
        var allowed = Affinity.Allowed();
        return allowed.Count >= 2 ? new CpuSet(allowed[0], [allowed[1]], Shared: false) : new CpuSet(null, allowed, Shared: true);
    }
}
