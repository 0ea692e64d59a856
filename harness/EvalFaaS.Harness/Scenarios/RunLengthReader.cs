using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads what decides how many blocks are run: <c>more_blocks</c> and <c>disturbance</c>.</summary>
internal sealed class RunLengthReader(YamlProblems problems)
{
    public MoreBlocks? ReadMore(YamlMap root, int blocks)
    {
        if (Map(root, "more_blocks", "'up_to', 'every' and 'width'") is not { } map) return null;
        var upTo = map.Integer("up_to", blocks, blocks, 1000, $", at least 'blocks' ({blocks})");
        if (!map.Has("up_to")) problems.Add(map.Node, "'up_to' is missing: how many blocks the run may have at most, for example up_to: 30");
        var more = new MoreBlocks { UpTo = upTo, Every = map.Integer("every", 2, 1, 1000), Width = map.Number("width", 0.001, 10) ?? 0.1 };
        map.RejectOthers();
        return more;
    }

    public DisturbanceLimits ReadDisturbance(YamlMap root)
    {
        var normal = new DisturbanceLimits();
        if (Map(root, "disturbance", "'slowdown', 'wake_delay', 'steal' and 'repeats'") is not { } map) return normal;
        var limits = new DisturbanceLimits
        {
            Slowdown = map.Number("slowdown", 1, 1000) ?? normal.Slowdown,
            WakeDelay = map.Duration("wake_delay") ?? normal.WakeDelay,
            Steal = map.Number("steal", 0, 1) ?? normal.Steal,
            Repeats = map.Integer("repeats", normal.Repeats, 0, 1000),
        };
        map.RejectOthers();
        return limits;
    }

    private YamlMap? Map(YamlMap root, string key, string keys)
    {
        switch (root.Find(key))
        {
            case null: return null;
            case YamlMappingNode mapping: return new YamlMap(mapping, problems);
            case var other:
                problems.Add(other, $"'{key}' is a mapping with {keys}.");
                return null;
        }
    }
}
