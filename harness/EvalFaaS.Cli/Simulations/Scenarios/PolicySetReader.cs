using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Policies;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads the sets of policies: a mapping, or a list of them that are compared.</summary>
internal sealed class PolicySetReader(YamlProblems problems)
{
    private static readonly (string Key, PolicyKind Kind)[] Kinds =
    [
        ("keep_alive", PolicyKind.KeepAlive), ("placement", PolicyKind.Placement), ("balancing", PolicyKind.Balancing),
        ("admission", PolicyKind.Admission), ("scaling", PolicyKind.Scaling), ("warm_up", PolicyKind.WarmUp),
    ];

    /// <summary>The sets, at least one.</summary>
    public IReadOnlyList<PolicySet> Read(YamlMap root, bool onNodes)
    {
        YamlNode[] items = root.Find("policies") switch { null => [], YamlSequenceNode list => [.. list.Children], var one => [one] };
        var sets = new List<PolicySet>();
        foreach (var item in items)
        {
            if (item is not YamlMappingNode mapping)
            {
                problems.Add(item, $"a set of policies is a mapping of {string.Join(", ", Kinds.Select(k => k.Key))}, for example {{ keep_alive: fixed:window=10m }}.");
                continue;
            }

            var map = new YamlMap(mapping, problems);
            var set = ReadOne(map, onNodes);
            if (sets.Any(s => s.Name == set.Name)) problems.Add(map.Find("name") ?? item, $"the set of policies '{set.Name}' is there twice: give each a 'name' of its own.");
            sets.Add(set);
            map.RejectOthers();
        }

        return sets.Count > 0 ? sets : [PolicySet.Of(PolicySpec.Parse("fixed", PolicyKind.KeepAlive))];
    }

    private PolicySet ReadOne(YamlMap map, bool onNodes)
    {
        var specs = Kinds.ToDictionary(k => k.Kind, k => Spec(map, k.Key, k.Kind));
        if (!onNodes)
            foreach (var (key, _) in Kinds.Where(k => k.Kind != PolicyKind.KeepAlive && map.Has(k.Key)))
                problems.Add(map.Find(key)!, $"'{key}' needs 'nodes': without them each function has all the room that it wants, and nothing is to decide.");
        // Where scaling says how many there are, keep-alive has nothing to add unless somebody says so.
        var keepAlive = specs[PolicyKind.KeepAlive] ?? PolicySpec.Parse(specs[PolicyKind.Scaling] is null ? "fixed" : "none", PolicyKind.KeepAlive);
        var name = map.Text("name") ?? string.Join(" + ", Kinds.Select(k => specs[k.Kind]?.Text).OfType<string>());
        return new PolicySet(name.Length > 0 ? name : keepAlive.Text, keepAlive)
        {
            Placement = specs[PolicyKind.Placement],
            Balancing = specs[PolicyKind.Balancing],
            Admission = specs[PolicyKind.Admission],
            Scaling = specs[PolicyKind.Scaling],
            WarmUp = specs[PolicyKind.WarmUp],
        };
    }

    private PolicySpec? Spec(YamlMap map, string key, PolicyKind kind)
    {
        if (map.Text(key) is not { } text) return null;
        try
        {
            return PolicySpec.Parse(text, kind);
        }
        catch (PolicyException wrong)
        {
            problems.Add(map.Find(key)!, wrong.Message);
            return null;
        }
    }
}
