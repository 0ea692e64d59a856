using EvalFaaS.Harness.Load;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads <c>slow_clients</c>.</summary>
internal sealed class SlowClientReader(YamlProblems problems)
{
    private static readonly string[] Parts = [.. Enum.GetNames<SlowPart>().Select(p => p.ToLowerInvariant())];

    public SlowClientSpec? Read(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return Read(new YamlMap(mapping, problems));
            default:
                problems.Add(node, "'slow_clients' is a mapping, for example slow_clients: { connections: [0, 20, 200], bytes_per_second: 1000 }");
                return null;
        }
    }

    private SlowClientSpec Read(YamlMap map)
    {
        // Of a sweep the mapping is written anew for each level: what is in it has its place still.
        foreach (var (key, example) in new[] { ("connections", "20"), ("bytes_per_second", "1000") })
            if (!map.Has(key)) problems.Add(map.Node.Children.Values.FirstOrDefault() ?? map.Node, $"'{key}' is missing, for example {key}: {example}");
        var slow = new SlowClientSpec(map.Integer("connections", 0, 0, 10_000), map.Integer("bytes_per_second", 1000, 1, 1_000_000_000), ReadPart(map));
        map.RejectOthers();
        return slow;
    }

    private SlowPart ReadPart(YamlMap map)
    {
        if (map.Text("slow") is not { } name) return SlowPart.Request;
        if (Parts.Contains(name)) return Enum.Parse<SlowPart>(name, ignoreCase: true);
        problems.Add(map.Find("slow")!, $"unknown part '{name}' to be slow with.{NearestName.Suggestion(name, Parts)} Known: {string.Join(", ", Parts)}.");
        return SlowPart.Request;
    }
}
