using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads who runs beside the measured function: a word (<c>none</c>, or a fault of <c>noisy</c>), or a mapping.</summary>
internal sealed class NeighbourReader(SuiteVocabulary vocabulary, YamlProblems problems)
{
    /// <summary>The neighbour; null where there is none.</summary>
    public NeighbourSpec? Read(YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalarNode { Value: NeighbourSpec.None }:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } word }:
                CheckInput(NeighbourSpec.Usual, word, node, NeighbourSpec.None);
                return new NeighbourSpec { Name = word, Workload = new Workload { Function = NeighbourSpec.Usual, Input = word } };
            case YamlMappingNode mapping:
                return ReadMapping(new YamlMap(mapping, problems));
            default:
                problems.Add(node, $"a neighbour is '{NeighbourSpec.None}', an input of '{NeighbourSpec.Usual}', or a mapping with 'function', 'input', 'rate' and 'connections'.");
                return null;
        }
    }

    /// <summary>The name that a list's entry has as a level, without telling what is wrong in it.</summary>
    public static string NameOf(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } word } => word,
        YamlMappingNode mapping => Text(mapping, "name") ?? Text(mapping, "input") ?? Text(mapping, "function") ?? NeighbourSpec.Usual,
        _ => "?",
    };

    private NeighbourSpec ReadMapping(YamlMap map)
    {
        var function = map.Text("function") ?? NeighbourSpec.Usual;
        var input = map.Text("input");
        var known = vocabulary.Functions.Contains(function);
        if (!known) problems.Add(map.Find("function") ?? map.Node, $"unknown function '{function}'.{NearestName.Suggestion(function, vocabulary.Functions)} Known: {string.Join(", ", vocabulary.Functions.Order(StringComparer.Ordinal))}.");
        if (known && input is not null) CheckInput(function, input, map.Find("input")!);
        var name = map.Text("name") ?? NameOf(map.Node);
        if (name == NeighbourSpec.None || name.AsSpan().IndexOfAny("/,@\"\n ") >= 0)
            problems.Add(map.Find("name") ?? map.Node, $"a neighbour's name is not '{NeighbourSpec.None}' and holds no '/', ',', '@', space or quotation mark.");
        var neighbour = new NeighbourSpec
        {
            Name = name,
            Workload = new Workload { Function = function, Input = input },
            Connections = map.Integer("connections", 2, 1, 1000),
            RatePerSecond = map.Number("rate", 0.01, 100_000),
        };
        map.RejectOthers();
        return neighbour;
    }

    private void CheckInput(string function, string input, YamlNode where, params string[] besides)
    {
        string[] known = [.. besides, .. vocabulary.InputsOf(function)];
        if (!known.Contains(input)) problems.Add(where, $"'{function}' has no input '{input}'.{NearestName.Suggestion(input, known)} Known: {string.Join(", ", known)}.");
    }

    private static string? Text(YamlMappingNode mapping, string key) =>
        mapping.Children.Where(c => c.Key is YamlScalarNode scalar && scalar.Value == key).Select(c => (c.Value as YamlScalarNode)?.Value).FirstOrDefault();
}
