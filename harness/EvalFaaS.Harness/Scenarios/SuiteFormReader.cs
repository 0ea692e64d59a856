using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads a suite's own smaller forms, <c>quick</c> and <c>smoke</c>; what it does not say is as in the general ones.</summary>
internal sealed class SuiteFormReader(YamlProblems problems)
{
    public SuiteForm Read(YamlMap root, SuiteForm general, ImmutableArray<TargetSpec> targets)
    {
        switch (root.Find(general.Name))
        {
            case null: return general;
            case YamlMappingNode mapping: return ReadForm(new YamlMap(mapping, problems), general, targets);
            case var other:
                problems.Add(other, $"'{general.Name}' is a mapping, for example {general.Name}: {{ blocks: {general.Blocks}, targets: [wasmtime] }}");
                return general;
        }
    }

    private SuiteForm ReadForm(YamlMap map, SuiteForm general, ImmutableArray<TargetSpec> targets)
    {
        var kept = map.Texts("targets");
        foreach (var (name, node) in kept)
            if (!targets.Any(t => t.Name == name)) problems.Add(node, $"'{name}' is no target of this suite.{EvalFaaS.Model.NearestName.Suggestion(name, targets.Select(t => t.Name))}");
        var form = general with
        {
            Blocks = map.Integer("blocks", general.Blocks, 1, 1000),
            Targets = [.. kept.Select(t => t.Value)],
            Measures = [.. map.Texts("measures").Select(m => m.Value)],
            Functions = [.. map.Texts("functions").Select(f => f.Value)],
            Count = map.Integer("count", general.Count, 1, int.MaxValue),
            Instances = map.Integer("instances", general.Instances, 1, int.MaxValue),
            ModuleBytes = map.Integer("module_bytes", general.ModuleBytes, 1, int.MaxValue),
            Duration = map.Duration("duration") ?? general.Duration,
            WarmUp = map.Duration("warm_up") ?? general.WarmUp,
            SteadyLimit = map.Duration("steady_limit") ?? general.SteadyLimit,
        };
        map.RejectOthers();
        return form;
    }
}
