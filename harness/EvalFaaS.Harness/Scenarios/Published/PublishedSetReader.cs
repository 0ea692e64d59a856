using System.Collections.Immutable;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Makes a description of published data of a mapping, noting every problem instead of stopping at the first.</summary>
internal sealed class PublishedSetReader(YamlProblems problems)
{
    public PublishedSet Read(YamlMap root, string fileName)
    {
        var name = root.RequiredText("name", fileName);
        if (name.Length > 0 && name != fileName) problems.Add(root.Find("name")!, $"'name' is that of the file, {fileName}.");
        var functions = Items(root, "functions", ReadFunction);
        var targets = Items(root, "targets", map => ReadTarget(map, functions));
        var baseline = root.RequiredText("baseline", "container");
        if (baseline.Length > 0 && targets.All(t => t.Name != baseline))
            problems.Add(root.Find("baseline")!, $"'baseline' names '{baseline}', which is no target of this data.{NearestName.Suggestion(baseline, targets.Select(t => t.Name))}");
        var set = new PublishedSet
        {
            Name = name,
            Title = root.RequiredText("title", "WebAssembly against containers"),
            Source = root.RequiredText("source", "https://example.org/data"),
            Licence = root.RequiredText("licence", "Apache-2.0"),
            Holds = root.RequiredText("holds", "start and execution"),
            Folder = root.RequiredText("folder", fileName),
            Runs = root.Integer("runs", 0, 1, 1_000_000),
            Baseline = baseline,
            Targets = targets,
            Functions = functions,
        };
        if (set.Runs == 0 && !root.Has("runs")) problems.Add(root.Node, "'runs' is missing: how many runs each file holds, for example runs: 100");
        if (set.Folder.Split('/').Contains("..") || Path.IsPathRooted(set.Folder)) problems.Add(root.Find("folder")!, "'folder' lies in the folder of public data sets.");
        root.RejectOthers();
        return set;
    }

    private ImmutableArray<T> Items<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var node in root.List(key))
        {
            if (node is not YamlMappingNode mapping)
            {
                problems.Add(node, $"each of '{key}' is a mapping with 'name'.");
                continue;
            }

            var map = new YamlMap(mapping, problems);
            items.Add(read(map));
            map.RejectOthers();
        }

        if (root.List(key).Count == 0) problems.Add(root.Find(key) ?? root.Node, $"'{key}' is missing or empty.");
        return items.ToImmutable();
    }

    private static PublishedFunction ReadFunction(YamlMap map) =>
        new(map.RequiredText("name", "07-matmul"), map.RequiredText("kind", "dense matrices"), map.Text("ours"), map.RequiredText("because", "the same algorithm"));

    private PublishedTarget ReadTarget(YamlMap map, ImmutableArray<PublishedFunction> functions)
    {
        var name = map.RequiredText("name", "wasmtime-aot");
        foreach (var (function, node) in map.Texts("functions"))
            if (functions.All(f => f.Name != function)) problems.Add(node, $"'{function}' is no function of this data.{NearestName.Suggestion(function, functions.Select(f => f.Name))}");
        return new PublishedTarget(name, map.Text("folder") ?? name, map.RequiredText("because", "the same way to start"))
        {
            Functions = [.. map.Texts("functions").Select(f => f.Value)],
            Ours = [.. map.List("ours").Select(ReadCounterpart).OfType<Counterpart>()],
        };
    }

    private Counterpart? ReadCounterpart(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            problems.Add(node, "a counterpart is a mapping with 'target' and 'state', for example { target: wasmtime, state: N3 }.");
            return null;
        }

        var map = new YamlMap(mapping, problems);
        var (target, state) = (map.RequiredText("target", "wasmtime"), map.RequiredText("state", "N3"));
        if (state.Length > 0 && !StartStates.All.Contains(state))
            problems.Add(map.Find("state")!, $"unknown start state '{state}'.{NearestName.Suggestion(state, StartStates.All)} Known: {string.Join(", ", StartStates.All)}.");
        map.RejectOthers();
        return new Counterpart(target, state);
    }
}
