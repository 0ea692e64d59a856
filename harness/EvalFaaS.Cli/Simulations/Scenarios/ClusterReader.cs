using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads nodes, the network, failures and retries.</summary>
internal sealed class ClusterReader(YamlProblems problems)
{
    private static readonly string[] OnNodesOnly = ["network", "failures", "retries"];
    private readonly QuantityReader _quantities = new(problems);

    /// <summary>The cluster; null where there are no nodes.</summary>
    public ClusterModel? Read(YamlMap root, IReadOnlyList<SimulatedFunction> functions)
    {
        if (!root.Has("nodes"))
        {
            foreach (var key in OnNodesOnly.Where(root.Has)) problems.Add(root.Find(key)!, $"'{key}' needs 'nodes', for example nodes: [{{ name: node, cpus: 4, memory: 16GiB }}]");
            return null;
        }

        var nodes = new List<NodeModel>();
        foreach (var node in root.List("nodes"))
            if (node is YamlMappingNode mapping) nodes.AddRange(ReadNode(new YamlMap(mapping, problems)));
            else problems.Add(node, "a node is a mapping with 'name', 'cpus' and 'memory'.");
        if (nodes.Count == 0) problems.Add(root.Find("nodes")!, "'nodes' is empty.");
        var (latency, loss) = ReadNetwork(root);
        var model = new ClusterModel { Nodes = nodes, Functions = functions, Network = latency, Failures = ReadFailures(root, loss) };
        return model;
    }

    private IEnumerable<NodeModel> ReadNode(YamlMap map)
    {
        var name = map.RequiredText("name", "node");
        var node = new NodeModel(
            name, map.Number("cpus", 0.01, 1e6) ?? double.PositiveInfinity, _quantities.PositiveMiB(map, "memory") ?? double.PositiveInfinity,
            _quantities.MiBPerSecond(map, "registry") ?? double.PositiveInfinity, _quantities.Seconds(map, "distance") ?? 0)
        {
            PeerMiBPerSecond = _quantities.MiBPerSecond(map, "peers"),
            PayloadMiBPerSecond = _quantities.MiBPerSecond(map, "bandwidth") ?? double.PositiveInfinity,
        };
        var count = map.Integer("count", 1, 1, 10_000);
        map.RejectOthers();
        return count == 1 ? [node] : Enumerable.Range(1, count).Select(i => node with { Name = $"{name}-{i}" });
    }

    private (Law Latency, double Loss) ReadNetwork(YamlMap root)
    {
        if (Inner(root, "network") is not { } map) return (new ConstantLaw(0), 0);
        var latency = map.Find("latency") is { } node ? new LawReader(problems).Read(node) : null;
        var loss = _quantities.Share(map, "loss");
        map.RejectOthers();
        return (latency ?? new ConstantLaw(0), loss);
    }

    private FailureModel ReadFailures(YamlMap root, double loss)
    {
        var failures = new FailureModel { LossProbability = loss };
        if (Inner(root, "failures") is { } map)
        {
            failures = failures with
            {
                NodeMeanUptime = _quantities.PositiveSeconds(map, "node_uptime") ?? failures.NodeMeanUptime,
                NodeMeanDowntime = _quantities.PositiveSeconds(map, "node_downtime") ?? failures.NodeMeanDowntime,
                CrashProbability = _quantities.Share(map, "crash"),
            };
            map.RejectOthers();
        }

        if (Inner(root, "retries") is not { } retries) return failures;
        failures = failures with { Attempts = retries.Integer("attempts", 3, 1, 100), RetryDelay = _quantities.Seconds(retries, "delay") ?? failures.RetryDelay };
        retries.RejectOthers();
        return failures;
    }

    private YamlMap? Inner(YamlMap root, string key)
    {
        if (root.Find(key) is not { } node) return null;
        if (node is YamlMappingNode mapping) return new YamlMap(mapping, problems);
        problems.Add(node, $"'{key}' must be a mapping.");
        return null;
    }
}
