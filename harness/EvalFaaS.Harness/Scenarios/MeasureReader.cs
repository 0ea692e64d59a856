using System.Collections.Immutable;
using System.Globalization;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads the list of measures.</summary>
internal sealed class MeasureReader(SuiteVocabulary vocabulary, ImmutableArray<TargetSpec> targets, YamlProblems problems, string folder)
{
    private const int SmallestModule = 4_000, LargestModule = 100_000_000;
    private static readonly string[] Kinds = [.. Enum.GetNames<MeasureKind>().Select(k => k.ToLowerInvariant())];

    public ImmutableArray<MeasureSpec> Read(YamlMap root)
    {
        var measures = ImmutableArray.CreateBuilder<MeasureSpec>();
        foreach (var node in root.List("measures"))
        {
            if (node is not YamlMappingNode mapping)
            {
                problems.Add(node, $"a measure is a mapping with 'kind' ({string.Join(", ", Kinds)}) and 'functions'.");
                continue;
            }
            foreach (var (one, level) in new Sweep(problems).Expand(mapping))
                if (ReadMeasure(new YamlMap(one, problems), level, [.. measures.Select(m => m.Name)]) is { } measure) measures.Add(measure with { Level = level });
        }
        if (root.List("measures").Count == 0) problems.Add(root.Find("measures") ?? root.Node, "'measures' is missing or empty.");
        return measures.ToImmutable();
    }

    private MeasureSpec? ReadMeasure(YamlMap map, SweepLevel? level, IReadOnlyCollection<string> taken)
    {
        var kind = map.RequiredText("kind", "start");
        if (!Kinds.Contains(kind))
        {
            if (kind.Length > 0) problems.Add(map.Find("kind")!, $"unknown kind of measure '{kind}'.{NearestName.Suggestion(kind, Kinds)} Known: {string.Join(", ", Kinds)}.");
            return null;
        }
        var name = ReadName(map, kind, level, taken);
        var functions = new WorkloadReader(vocabulary, problems).Read(map);
        if (kind == "start" && map.Has("module_bytes"))
        {
            var size = map.Integer("module_bytes", SmallestModule, SmallestModule, LargestModule);
            functions = [.. functions.Select(f => f with { ModuleBytes = size })];
        }

        var on = ReadTargets(map);
        var states = ReadStates(map);
        MeasureSpec measure = kind switch
        {
            "start" => new StartMeasure
            {
                Name = name,
                Functions = functions,
                Targets = on,
                States = states,
                Count = map.Integer("count", 10, 1, 100_000),
                AtOnce = map.Integer("at_once", 1, 1, 10_000),
                WarmUp = map.Duration("warm_up") ?? StartMeasure.DefaultWarmUp,
            },
            "latency" => new LatencyMeasure { Name = name, Functions = functions, Targets = on, States = states, Load = new LoadReader(problems, folder).ReadOpen(map) },
            "throughput" => new ThroughputMeasure { Name = name, Functions = functions, Targets = on, States = states, Load = new LoadReader(problems, folder).ReadClosed(map) },
            "deployed" => new DeployedMeasure { Name = name, Functions = functions, Targets = on, States = states, Deployed = map.Integer("deployed", 1000, 1, 1_000_000), Calls = map.Integer("calls", 100, 1, 100_000) },
            _ => new MemoryMeasure { Name = name, Functions = functions, Targets = on, States = states, Instances = map.Integer("instances", 100, 1, 1_000_000) },
        };
        if (measure is LatencyMeasure or ThroughputMeasure) measure = measure with { Neighbour = new NeighbourReader(vocabulary, problems).Read(map.Find("neighbour")) };
        if (measure is StartMeasure && states.IsEmpty)
            problems.Add(map.Find("states") ?? map.Node, $"a measure of starts needs 'states', for example states: [N3, N4]. Known: {string.Join(", ", StartStates.All)}.");
        if (measure is not (LatencyMeasure or ThroughputMeasure) && functions.Any(f => !f.Mix.IsEmpty || f.Payload is not null))
            problems.Add(map.Find("functions")!, "mixes and random bodies are for measures of latency and throughput.");
        map.RejectOthers();
        return measure;
    }

    private string ReadName(YamlMap map, string kind, SweepLevel? level, IReadOnlyCollection<string> taken)
    {
        var name = map.Text("name");
        if (level is not null) (name, kind) = (name is null ? null : name + At(level), kind + At(level));
        if (name is not null && taken.Contains(name)) problems.Add(map.Find("name")!, $"the measure name '{name}' is there twice.");
        if (name is not null && name.AsSpan().IndexOfAny("/,\"\n") >= 0) problems.Add(map.Find("name")!, "a measure's name holds no '/', ',' or quotation mark.");
        if (name is not null) return name;
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? kind : $"{kind}-{number}";
            if (!taken.Contains(free)) return free;
        }
    }

    private static string At(SweepLevel level) => "@" + (level.Word ?? level.Shown.ToString("0.###", CultureInfo.InvariantCulture)) + (level.Unit == "%" ? "%" : "");

    private ImmutableArray<string> ReadTargets(YamlMap map)
    {
        string[] all = [.. targets.Select(t => t.Name)];
        var named = map.Texts("targets");
        foreach (var (name, node) in named)
            if (!all.Contains(name)) problems.Add(node, $"'{name}' is no target of this suite.{NearestName.Suggestion(name, all)}");
        return named.Count == 0 ? [.. all] : [.. all.Where(name => named.Any(n => n.Value == name))];
    }

    private ImmutableArray<string> ReadStates(YamlMap map)
    {
        var states = map.Texts("states");
        foreach (var (state, node) in states)
            if (!StartStates.All.Contains(state))
                problems.Add(node, $"unknown start state '{state}'.{NearestName.Suggestion(state, StartStates.All)} Known: {string.Join(", ", StartStates.All)}.");
        return [.. states.Select(s => s.Value).Distinct().OrderBy(StartStates.Order)];
    }
}
