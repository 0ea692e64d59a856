using System.Diagnostics;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Running;

/// <summary>What a reader must know before believing the figures, found by the run itself.</summary>
internal static class RunWarnings
{
    private const double StealThreshold = 0.02;

    /// <summary>Known before the run.</summary>
    public static IEnumerable<RunWarning> Before(CpuSet cores, string? noMemoryLimit, MachineRecord machine)
    {
        if (cores.Shared) yield return new("shared-core", "The generator and the targets share their cores: latencies contain the generator's own work.");
        if (machine.Siblings == true) yield return new("sibling-cores", "The generator's core and the targets' are hyper-threads of one core: each slows the other.");
        if (noMemoryLimit is not null) yield return new("no-memory-limit", $"No target had a memory limit ({noMemoryLimit}).");
        if (IsDebugBuild()) yield return new("debug-build", "EvalFaaS itself is a debug build: its figures say nothing about a release build.");
        if (machine.Virtualisation.StartsWith("virtual", StringComparison.Ordinal)) yield return new("virtual-machine", "This is a virtual machine: other guests of its host can disturb it unseen.");
    }

    /// <summary>Known after it.</summary>
    public static IEnumerable<RunWarning> After(IReadOnlyList<Trial> trials, TimeSpan took, TimeSpan? budget, IReadOnlyDictionary<string, HashSet<string>> digests)
    {
        var steal = trials.Sum(t => t.StealNs ?? 0) / Math.Max(1.0, trials.Sum(t => t.DurationNs));
        if (steal > StealThreshold) yield return new("steal", FormattableString.Invariant($"The hypervisor took {steal:P1} of the trials' time away."));
        if (budget is { } bound && took > bound) yield return new("over-budget", FormattableString.Invariant($"The run took {took.TotalSeconds:F0} s of the {bound.TotalSeconds:F0} s it was planned for."));
        foreach (var (target, found) in digests.Where(d => d.Value.Count > 1))
            yield return new("configuration-changed", $"The configuration read back differed between blocks ({string.Join(", ", found)}).", target);
        foreach (var group in trials.Where(t => t.Error is not null).GroupBy(t => (t.Target, t.Measure)))
            yield return new("trials-failed", $"{group.Count()} trials of '{group.Key.Measure}' failed or ended early: {group.First().Error}", group.Key.Target);
        foreach (var group in trials.Where(t => t.Failed > 0).GroupBy(t => (t.Target, t.Measure)))
            yield return new("requests-failed", $"{group.Sum(t => t.Failed)} of {group.Sum(t => t.Issued)} requests of '{group.Key.Measure}' failed.", group.Key.Target);
        foreach (var group in trials.Where(t => t.InWrongState > 0).GroupBy(t => (t.Target, t.Measure)))
            yield return new("wrong-state", $"{group.Sum(t => t.InWrongState)} requests of '{group.Key.Measure}' did not find the start state that was forced; they are counted and left out.", group.Key.Target);
    }

    private static bool IsDebugBuild() =>
        typeof(RunWarnings).Assembly.GetCustomAttributes(false).OfType<DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled);
}
