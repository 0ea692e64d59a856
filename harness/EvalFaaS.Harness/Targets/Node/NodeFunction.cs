using EvalFaaS.Harness.Load;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.Node;

/// <summary>A function in a node.</summary>
internal sealed class NodeFunction(NodeProcess node, FunctionSetup function, string engine, MeasuringMachine machine) : IDeployedFunction
{
    /// <summary>What the name of the deployment with reused instances ends with.</summary>
    public const string Reused = "-reused";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    public ServedFunction? Served { get; } = new(node.Address, function.Case.Bytes($"/fn/{function.Name}"), function.Case.ExpectedBody, "N4");

    public IEnumerable<ServedFunction> Endpoints => [Served!, ServedReused];

    private ServedFunction ServedReused => Served! with { Request = function.Case.Bytes($"/fn/{function.Name}{Reused}"), State = "N5" };

    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        switch (state)
        {
            case "N0":
                return new StartObservation(await NodeStartAsync(), state);
            case "N1" or "N2" or "N3":
                await node.Client.ForceStartStateAsync(FunctionName.DefaultNamespace, function.Name, state, cancellation);
                return await ObserveAsync(Served!, cancellation);
            case "N4":
                return await ObserveAsync(Served!, cancellation);
            case "N5":
                return await ObserveAsync(ServedReused, cancellation);
            default:
                throw new TargetException($"A node has no start state {state}.");
        }
    }

    public async Task<IReadOnlyList<StartObservation>> StartManyAsync(string state, int count, CancellationToken cancellation)
    {
        if (state == "N3") await node.Client.ForceStartStateAsync(FunctionName.DefaultNamespace, function.Name, state, cancellation);
        var samples = await Storm.RequestsAsync(Served!, count, machine, cancellation);
        return [.. samples.Select(s => Observation(s, state, Served!))];
    }

    public Task UnloadAsync(CancellationToken cancellation) => node.Client.ForceStartStateAsync(FunctionName.DefaultNamespace, function.Name, "N3", cancellation);

    public Task DeployCopiesAsync(int count, CancellationToken cancellation) => new FunctionCopies(node.Client, function, engine).DeployAsync(count, cancellation);

    public async Task<StartObservation> CallCopyAsync(int number, CancellationToken cancellation)
    {
        var name = FunctionCopies.NameOf(function, number);
        await node.Client.ForceStartStateAsync(FunctionName.DefaultNamespace, name, "N3", cancellation);
        return await ObserveAsync(Served! with { Request = function.Case.Bytes($"/fn/{name}") }, cancellation);
    }

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) =>
        throw new TargetException("A node lets instances go after each request; the in-process target holds them.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The node itself says in its answer in which state it found the function.</summary>
    private async Task<StartObservation> ObserveAsync(ServedFunction served, CancellationToken cancellation)
    {
        var sample = await OneRequest.RunAsync(served, machine, cancellation);
        return new StartObservation(sample, StateOf(sample, served));
    }

    // The first that comes loads the code for all of them, which the node tells as one N3 and many N4: as a storm they were all N3.
    private static StartObservation Observation(LoadSample sample, string state, ServedFunction served)
    {
        if (state == "N3") sample.Headers.StartState = null;
        return new StartObservation(sample, state == "N3" ? state : StateOf(sample, served));
    }

    private static string StateOf(in LoadSample sample, ServedFunction served) => sample.Headers.StartState is { } own ? $"N{(int)own}" : served.State;

    private async Task<LoadSample> NodeStartAsync()
    {
        await node.StopAsync();
        var started = machine.Clock.NowNs;
        node.Launch();
        var sample = FirstAnswer.Wait(node.Address, Served!.Request, Served.ExpectedBody, started, StartTimeout, machine.Clock);
        // The node says what it found once it ran; seen from before its own start it was N0.
        sample.Headers.StartState = null;
        return sample;
    }
}
