using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Model;
using EvalFaaS.Node.Control;

namespace EvalFaaS.Harness.Targets.Node;

/// <summary>A running node.</summary>
internal sealed class NodeRun : ITargetRun
{
    private const string Namespace = FunctionName.DefaultNamespace;
    private readonly NodeProcess _node;
    private readonly string _engine;
    private readonly MeasuringMachine _machine;
    private readonly HashSet<string> _neighbours = [];

    private NodeRun(NodeProcess node, string engine, MeasuringMachine machine)
    {
        _node = node;
        _engine = engine;
        _machine = machine;
    }

    public TargetConfiguration Configuration { get; private set; } = new([], []);

    public string? Failure => _node.Process.Failure;

    public string? Folder => _node.Data;

    /// <summary>Its control API.</summary>
    public NodeClient Client => _node.Client;

    public static async Task<NodeRun> CreateAsync(NodeProcess node, string engine, MeasuringMachine machine, CancellationToken cancellation)
    {
        var run = new NodeRun(node, engine, machine);
        await run.ReadBackAsync(cancellation);
        return run;
    }

    /// <remarks>Deployed twice from the same module: once with a fresh instance for each request, once with instances reused, for N5, where that is wanted.</remarks>
    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        await _node.Client.DeployAsync(Namespace, function.Name, Document(function), null, cancellation);
        if (function.WithReuse)
            await _node.Client.DeployAsync(Namespace, function.Name + NodeFunction.Reused, Document(function) with { MaxInvocations = 0 }, null, cancellation);
        await ReadBackAsync(cancellation);
        return new NodeFunction(_node, function, _engine, _machine);
    }

    /// <remarks>What it does is the end of its own invocations and of nothing else: nobody has to look after it.</remarks>
    public async Task<INeighbour> DeployNeighbourAsync(FunctionSetup function, CancellationToken cancellation)
    {
        if (_neighbours.Add(function.Name)) await _node.Client.DeployAsync(Namespace, function.Name, Document(function), null, cancellation);
        return new NodeNeighbour(new NodeFunction(_node, function, _engine, _machine).Served!);
    }

    /// <summary>Stops the node and starts it again over its data: what was deployed is there, and nothing has been called or loaded.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await _node.StopAsync();
        await _node.StartAsync(cancellation);
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of([_node.Process.Id], memory);

    public async Task<long?> LoadsAsync(CancellationToken cancellation) => (await _node.Client.NodeAsync(cancellation)).Counters.Loads;

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private DeployDocument Document(FunctionSetup function) => new()
    {
        Module = new ModuleDocument { Path = Path.GetFullPath(function.Module) },
        Engine = _engine,
        Limits = new LimitsDocument { MemoryBytes = function.MemoryBytes, ResponseBytes = function.ResponseBytes, TimeoutMs = function.Timeout?.TotalMilliseconds },
    };

    private async Task ReadBackAsync(CancellationToken cancellation)
    {
        var document = await _node.Client.NodeAsync(cancellation);
        var engine = document.Engines.FirstOrDefault(e => e.Name == _engine);
        var settings = CommonSettings.Read(_node.Process.Id);
        settings.AddRange(document.Runtime.OrderBy(r => r.Key, StringComparer.Ordinal));
        settings.Add(new("engine", $"{_engine} {engine?.Version}"));
        settings.AddRange(document.Configuration.Where(s => !Varying.Contains(s.Key)).Select(s => new KeyValuePair<string, string>(s.Key, s.Value)));
        Configuration = new TargetConfiguration(settings, [.. (engine?.Settings ?? []).Select(s => new KeyValuePair<string, string>(s.Name, s.Value))]);
    }

    /// <summary>Settings that differ from start to start by nature and say nothing about the target.</summary>
    private static readonly HashSet<string> Varying = ["urls", "data"];
}
