using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>The cells of a suite on the targets that are there, and the order of each block.</summary>
internal static class RunPlan
{
    private static readonly string?[] Usual = [null];

    /// <summary>All cells: what a target has no state or ability for is left out, and what it would need a native program for that is not to be had.</summary>
    public static IReadOnlyList<Cell> Cells(Suite suite, IReadOnlyDictionary<string, ITarget> targets, IReadOnlyDictionary<Workload, string> withoutNative)
    {
        var cells = new List<Cell>();
        foreach (var measure in suite.Measures)
            foreach (var name in measure.Targets.Where(targets.ContainsKey))
                foreach (var workload in measure.Functions.Where(f => CanRun(f, targets[name]) && (measure.Neighbour is null || CanTake(measure.Neighbour, targets[name]))))
                    foreach (var state in States(measure, targets[name])) cells.Add(new Cell(measure, workload, name, state));
        return cells;

        bool CanRun(Workload workload, ITarget target) => !target.NeedsNative || !withoutNative.ContainsKey(workload);
        bool CanTake(NeighbourSpec neighbour, ITarget target) => target.Abilities.HasFlag(TargetAbilities.Neighbours) && CanRun(neighbour.Workload, target);
    }

    /// <summary>
    /// One block's order: targets shuffled, and each target's cells shuffled within it, since a target is started once a block.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Cell>> Order(IReadOnlyList<Cell> cells, Random random)
    {
        var groups = cells.GroupBy(c => c.Target).Select(g => g.ToArray()).ToArray();
        random.Shuffle(groups);
        foreach (var group in groups) random.Shuffle(group);
        return groups;
    }

    private static IEnumerable<string?> States(MeasureSpec measure, ITarget target) => measure.Kind switch
    {
        MeasureKind.Start => measure.States.Where((measure is StartMeasure { AtOnce: > 1 } ? target.StormStates : target.States).Contains).Cast<string?>(),
        MeasureKind.Deployed => target.Abilities.HasFlag(TargetAbilities.Deployments) ? Usual : [],
        MeasureKind.Memory => target.Abilities.HasFlag(TargetAbilities.Instances) ? Usual : [],
        _ => target.Abilities.HasFlag(TargetAbilities.Load) ? Usual : [],
    };
}
