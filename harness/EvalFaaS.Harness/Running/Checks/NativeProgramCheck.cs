namespace EvalFaaS.Harness.Running;

/// <summary>Functions that a target leaves out, because it runs native programs and their language has none.</summary>
internal sealed class NativeProgramCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        foreach (var name in intent.Targets.Where(t => t.Value.NeedsNative).Select(t => t.Key))
            foreach (var workload in intent.Suite.Measures.Where(m => m.Targets.Contains(name)).SelectMany(m => m.Neighbour is null ? m.Functions : [.. m.Functions, m.Neighbour.Workload]).Distinct())
                if (intent.WithoutNative.TryGetValue(workload, out var why)) yield return new("function-left-out", $"'{name}' leaves out '{workload.Label}': {why}");
    }
}
