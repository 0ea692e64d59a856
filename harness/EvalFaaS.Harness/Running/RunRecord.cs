using System.Reflection;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>What a result says of its run: environment.json.</summary>
internal sealed record RunRecord(
    Suite Suite, RunOptions Options, TargetSelection Selection, FunctionCatalogue Functions, Pilot Pilot, MeasuringMachine Machine, string RunId, int Seed, MachineRecord Facts,
    IReadOnlyList<RunWarning> Checked, PublishedReading? Published)
{
    /// <summary>At the run's end.</summary>
    /// <param name="digests">Digests of each target's configuration, as read back block by block.</param>
    /// <param name="ending">Why no further block was run.</param>
    public RunEnvironment Environment(IReadOnlyDictionary<string, HashSet<string>> digests, string ending) => new()
    {
        Run = RunId,
        OriginUtc = Machine.Clock.AnchorUtc,
        DurationNs = Machine.Clock.NowNs,
        Version = typeof(SuiteRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        Command = Options.Command,
        Suite = SuiteRecords.Of(Suite, Seed, Pilot, ending) with { Reproduces = Published?.Record },
        Machine = Facts,
        Targets = [.. Selection.Targets.Values.Where(t => !Pilot.Failures.ContainsKey(t.Name)).Select(t => TargetRecords.Of(t, Suite, Pilot))],
        LeftOut = [.. Selection.LeftOut],
        Functions = [.. Functions.Records()],
        Warnings = [.. Checked, .. Found(digests)],
    };

    private IEnumerable<RunWarning> Found(IReadOnlyDictionary<string, HashSet<string>> digests)
    {
        foreach (var (target, why) in Pilot.Failures) yield return new("target-failed", $"It failed before the first block and was not measured: {why}", target);
        var asked = ConfigurationCheck.Common(Machine.Cores, Machine.Memory).ToArray();
        foreach (var (target, configuration) in Pilot.Configurations)
            foreach (var difference in ConfigurationCheck.Differences(target, asked, configuration)) yield return difference;
        foreach (var (target, found) in digests.Where(d => d.Value.Count > 1))
            yield return new("configuration-changed", $"The configuration read back differed between blocks ({string.Join(", ", found)}).", target);
        var took = TimeSpan.FromTicks(Machine.Clock.NowNs / 100);
        if (Suite.Budget is { } bound && took > bound) yield return new("over-budget", FormattableString.Invariant($"The run took {took.TotalSeconds:F0} s of the {bound.TotalSeconds:F0} s it was planned for."));
    }
}
