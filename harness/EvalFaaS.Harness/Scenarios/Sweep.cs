using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Takes a measure with a list where one value is expected apart, into a family of measures with one value each: <c>name@level</c>.</summary>
internal sealed class Sweep(YamlProblems problems)
{
    /// <summary>Keys that may hold a list.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["rate", "capacity_fraction", "connections", "instances", "at_once", "deployed", "requests_per_connection", "module_bytes", NeighbourKey];

    private const string NeighbourKey = "neighbour";

    /// <summary>The key of a mapping's that may hold one, by the mapping's own.</summary>
    private static readonly Dictionary<string, string> Inner = new() { ["slow_clients"] = "connections" };

    /// <summary>The measure itself, or its family.</summary>
    public IEnumerable<(YamlMappingNode Measure, SweepLevel? Level)> Expand(YamlMappingNode measure)
    {
        var lists = measure.Children.Where(c => LevelsOf(c.Key, c.Value) is not null).ToArray();
        if (lists.Length == 0) return [(measure, null)];
        if (lists.Length > 1) problems.Add(lists[1].Key, $"only one key of a measure may hold a list, and '{lists[0].Key}' does already; write a measure for each of its values.");
        var (name, levels) = (((YamlScalarNode)lists[0].Key).Value!, LevelsOf(lists[0].Key, lists[0].Value)!);
        if (levels.Children.Count == 0) problems.Add(levels, $"'{name}' is an empty list.");
        return [.. levels.Children.Select((level, place) => (With(measure, lists[0].Key, AtLevel(name, lists[0].Value, level)), LevelOf(measure, name, level, place)))];
    }

    private static YamlSequenceNode? LevelsOf(YamlNode key, YamlNode value) => (key, value) switch
    {
        (YamlScalarNode { Value: { } name }, YamlSequenceNode levels) when Keys.Contains(name) => levels,
        (YamlScalarNode { Value: { } name }, YamlMappingNode inner) when Inner.TryGetValue(name, out var one) => inner.Children.FirstOrDefault(c => c.Key is YamlScalarNode scalar && scalar.Value == one).Value as YamlSequenceNode,
        _ => null,
    };

    private static YamlNode AtLevel(string name, YamlNode value, YamlNode level) => value is YamlMappingNode inner
        ? With(inner, inner.Children.First(c => c.Key is YamlScalarNode scalar && scalar.Value == Inner[name]).Key, level)
        : level;

    private SweepLevel LevelOf(YamlMappingNode measure, string key, YamlNode level, int place)
    {
        var family = Text(measure, "name") ?? Text(measure, "kind") ?? "measure";
        if (key == NeighbourKey) return new SweepLevel(family, key, place) { Word = NeighbourReader.NameOf(level) };
        if (level is YamlScalarNode { Value: { } text } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return new SweepLevel(family, key, value);
        problems.Add(level, $"'{key}' holds something that is not a number.");
        return new SweepLevel(family, key, 0);
    }

    private static YamlMappingNode With(YamlMappingNode measure, YamlNode key, YamlNode value) =>
        new(measure.Children.Select(c => new KeyValuePair<YamlNode, YamlNode>(c.Key, ReferenceEquals(c.Key, key) ? value : c.Value)));

    private static string? Text(YamlMappingNode measure, string key) =>
        measure.Children.Where(c => c.Key is YamlScalarNode scalar && scalar.Value == key).Select(c => (c.Value as YamlScalarNode)?.Value).FirstOrDefault();
}
