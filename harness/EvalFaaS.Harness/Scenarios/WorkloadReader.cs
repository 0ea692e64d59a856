using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads the functions of a measure: names, names with an input or random bodies, and mixes of them.</summary>
internal sealed partial class WorkloadReader(SuiteVocabulary vocabulary, YamlProblems problems)
{
    public ImmutableArray<Workload> Read(YamlMap measure)
    {
        var functions = ImmutableArray.CreateBuilder<Workload>();
        foreach (var node in measure.List("functions"))
            if (ReadFunction(node) is { } function) functions.Add(function);
        if (measure.List("functions").Count == 0) problems.Add(measure.Find("functions") ?? measure.Node, "'functions' is missing or empty, for example functions: [hello, echo]");
        return functions.ToImmutable();
    }

    private Workload? ReadFunction(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } name })
        {
            CheckFunction(name, node);
            return new Workload { Function = name };
        }
        if (node is not YamlMappingNode mapping)
        {
            problems.Add(node, "a function is a name, or a mapping with 'name' and 'input' or 'payload', or with 'name' and 'mix'.");
            return null;
        }
        var map = new YamlMap(mapping, problems);
        var function = map.Has("mix") ? ReadMix(map) : ReadOne(map);
        map.RejectOthers();
        return function;
    }

    private Workload ReadOne(YamlMap map)
    {
        var function = new Workload { Function = map.RequiredText("name", "echo"), Input = map.Text("input"), Payload = new PayloadReader(problems).Read(map.Find("payload")) };
        if (function.Function.Length > 0) CheckFunction(function.Function, map.Find("name")!);
        if (function is { Input: not null, Payload: not null }) problems.Add(map.Find("payload")!, "'input' and 'payload' exclude each other: each says what the body is.");
        return function;
    }

    private Workload ReadMix(YamlMap map)
    {
        var parts = ImmutableArray.CreateBuilder<MixedWorkload>();
        foreach (var node in map.List("mix"))
        {
            if (node is not YamlMappingNode mapping)
            {
                problems.Add(node, "a part of a mix is a mapping with 'name' and 'weight', for example { name: echo, weight: 3 }.");
                continue;
            }

            var part = new YamlMap(mapping, problems);
            if (!part.Has("weight")) problems.Add(part.Node, "'weight' is missing, for example weight: 3");
            parts.Add(new MixedWorkload(ReadOne(part), part.Number("weight", 0.000_001, 1_000_000) ?? 1));
            part.RejectOthers();
        }

        if (parts.Select(p => p.Workload.Label).Distinct().Count() is var different && (different < 2 || different < parts.Count))
            problems.Add(map.Find("mix")!, "'mix' needs at least two functions, each with its weight, and none of them twice.");
        var name = map.RequiredText("name", "browsing");
        if (name.Length > 0 && (!Name().IsMatch(name) || vocabulary.Functions.Contains(name)))
            problems.Add(map.Find("name")!, "a mix's name is of lower-case letters, digits and hyphens, and no function has it.");
        return new Workload { Function = name, Mix = parts.ToImmutable() };
    }

    private void CheckFunction(string name, YamlNode where)
    {
        if (vocabulary.Functions.Contains(name)) return;
        var suggestion = NearestName.Suggestion(name, vocabulary.Functions);
        problems.Add(where, $"unknown function '{name}'.{suggestion} Known: {string.Join(", ", vocabulary.Functions.Order(StringComparer.Ordinal))}.");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex Name();
}
