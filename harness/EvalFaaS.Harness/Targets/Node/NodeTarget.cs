namespace EvalFaaS.Harness.Targets.Node;

/// <summary>The reference runtime: a node as a process of its own, over HTTP, with one of its engines.</summary>
/// <param name="name">The name in suites.</param>
/// <param name="engine">The engine's name.</param>
public sealed class NodeTarget(string name, string engine) : ITarget
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Settings of the node besides its defaults, as <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <inheritdoc/>
    public string IsolatedBy => engine is "wasmtime" or "wasmedge-interp"
        ? "a fresh WebAssembly instance for each request, in the node's process"
        : "a fresh WebAssembly instance for each request, in a worker process";

    /// <inheritdoc/>
    public TargetOrigin Origin => EngineChoice.Origin(engine);

    /// <inheritdoc/>
    public string PhaseNotes => "Phases as the runtime's own ledger has them; in N0 the node's own start lies outside of them.";

    /// <inheritdoc/>
    public string? WhyUnavailable() => EngineChoice.Find(engine).WhyUnavailable();

    /// <inheritdoc/>
    /// <remarks>An interpreter has no compiled code that could be absent.</remarks>
    public IReadOnlyList<string> States => engine == "wasmedge-interp" ? ["N0", "N2", "N3", "N4", "N5"] : ["N0", "N1", "N2", "N3", "N4", "N5"];

    /// <inheritdoc/>
    public IReadOnlyList<string> StormStates => ["N3", "N4"];

    /// <inheritdoc/>
    public IReadOnlyList<string> ListeningStates => [.. States.Where(s => s != "N0")];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load | TargetAbilities.Deployments | TargetAbilities.Neighbours;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation)
    {
        var node = new NodeProcess(Directory.CreateTempSubdirectory("evalfaas-node-").FullName, machine, Settings);
        try
        {
            await node.StartAsync(cancellation);
            return await NodeRun.CreateAsync(node, engine, machine, cancellation);
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }
}
