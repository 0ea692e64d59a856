using EvalFaaS.Harness.Scenarios.Prices;
using System.Collections.Immutable;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Makes a suite of a mapping, noting every problem instead of stopping at the first.</summary>
internal sealed class SuiteReader(SuiteVocabulary vocabulary, YamlProblems problems)
{
    private const string FewBlocks = ", since fewer than 6 blocks carry no comparison";

    public Suite Read(YamlMap root, string path)
    {
        var name = root.RequiredText("name", "quickstart");
        if (name.Length > 0 && !IsFileName(name))
            problems.Add(root.Find("name")!, "'name' must be of lower-case letters, digits and hyphens, since it names a folder.");

        var questions = root.Texts("questions");
        if (questions.Count == 0) problems.Add(root.Find("questions") ?? root.Node, "'questions' is missing: say in a sentence what this suite answers.");

        var targets = ReadTargets(root);
        var blocks = root.Integer("blocks", 10, Suite.MinimumBlocks, 1000, FewBlocks);
        var length = new RunLengthReader(problems);
        var forms = new SuiteFormReader(problems);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        var suite = new Suite
        {
            Name = name,
            Questions = [.. questions.Select(q => q.Value)],
            Blocks = blocks,
            More = length.ReadMore(root, blocks),
            Disturbance = length.ReadDisturbance(root),
            Seed = root.Integer("seed", 1, 0, int.MaxValue),
            Budget = root.Duration("budget"),
            Targets = targets,
            Reference = ReadReference(root, targets),
            Measures = new MeasureReader(vocabulary, targets, problems, folder).Read(root),
            Prices = PriceSheets.Read(root, vocabulary.Prices, problems),
            Quick = forms.Read(root, SuiteForm.Quick, targets),
            Smoke = forms.Read(root, SuiteForm.Smoke, targets),
            Reproduces = ReadReproduces(root, folder),
            Path = path,
        };
        root.RejectOthers();
        return suite;
    }

    private ImmutableArray<TargetSpec> ReadTargets(YamlMap root)
    {
        var targets = ImmutableArray.CreateBuilder<TargetSpec>();
        foreach (var node in root.List("targets"))
        {
            if (ReadTarget(node) is not { } target) continue;
            if (targets.Any(t => t.Name == target.Name)) problems.Add(node, $"the target name '{target.Name}' is there twice; give one of them another 'name'.");
            targets.Add(target);
        }
        if (targets.Count == 0) problems.Add(root.Find("targets") ?? root.Node, "'targets' is missing or empty, for example targets: [wasmtime, process]");
        return targets.ToImmutable();
    }

    private TargetSpec? ReadTarget(YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { Length: > 0 } kind }:
                CheckKind(kind, node);
                return new TargetSpec { Name = kind, Kind = kind };
            case YamlMappingNode mapping:
                var map = new YamlMap(mapping, problems);
                var name = map.RequiredText("name", "wasmtime");
                var named = map.Text("kind") ?? name;
                CheckKind(named, map.Find("kind") ?? map.Find("name") ?? node);
                var via = ReadVia(map);
                var options = ReadOptions(map);
                map.RejectOthers();
                return new TargetSpec { Name = name, Kind = named, Via = via, Options = options };
            default:
                problems.Add(node, "a target is a name, or a mapping with 'name', 'kind' and 'options'.");
                return null;
        }
    }

    private string? ReadVia(YamlMap map)
    {
        var via = map.Text("via");
        if (via is null or "gateway" or "direct") return via == "direct" ? null : via;
        problems.Add(map.Find("via")!, $"unknown way '{via}'.{NearestName.Suggestion(via, ["gateway", "direct"])} 'via' is gateway or direct.");
        return null;
    }

    private ImmutableSortedDictionary<string, string> ReadOptions(YamlMap map)
    {
        var options = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        switch (map.Find("options"))
        {
            case null:
                break;
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Children)
                    if (key is YamlScalarNode { Value: { } k } && value is YamlScalarNode { Value: { } v }) options[k] = v;
                    else problems.Add(value, "an option is a name and a single value.");
                break;
            case var other:
                problems.Add(other, "'options' must be a mapping of names to values.");
                break;
        }
        return options.ToImmutable();
    }

    private string? ReadReference(YamlMap root, ImmutableArray<TargetSpec> targets)
    {
        if (root.Text("reference") is not { } reference) return null;
        if (!targets.Any(t => t.Name == reference))
            problems.Add(root.Find("reference")!, $"'reference' names '{reference}', which is no target of this suite.{NearestName.Suggestion(reference, targets.Select(t => t.Name))}");
        return reference;
    }

    private PublishedSet? ReadReproduces(YamlMap root, string folder)
    {
        if (root.Text("reproduces") is not { } name) return null;
        var names = PublishedSetFile.Names(folder);
        if (names.Contains(name)) return PublishedSetFile.Read(PublishedSetFile.PathOf(folder, name));
        problems.Add(root.Find("reproduces")!, $"'reproduces' names '{name}', which '{PublishedSetFile.Folder}' beside this file does not describe.{NearestName.Suggestion(name, names)} Described there: {(names.Count == 0 ? "none" : string.Join(", ", names))}.");
        return null;
    }

    private void CheckKind(string kind, YamlNode where)
    {
        if (kind.Length == 0 || vocabulary.TargetKinds.Contains(kind)) return;
        var suggestion = NearestName.Suggestion(kind, vocabulary.TargetKinds);
        problems.Add(where, $"unknown target '{kind}'.{suggestion} Known: {string.Join(", ", vocabulary.TargetKinds.Order(StringComparer.Ordinal))}.");
    }

    private static bool IsFileName(string name) => name.Length <= 63 && name[0] != '-' && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
