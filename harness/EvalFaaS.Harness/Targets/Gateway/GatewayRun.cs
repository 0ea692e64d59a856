using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Gateway;

/// <summary>A started target with the gateway's processes before it.</summary>
internal sealed class GatewayRun(ITargetRun inner, GatewayProcesses gateways) : ITargetRun
{
    public TargetConfiguration Configuration => new([.. inner.Configuration.Settings, new("via", "EvalFaaS's gateway (Kestrel, YARP)")], inner.Configuration.Protections);

    public string? Failure => inner.Failure ?? gateways.Failure;

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var deployed = await inner.DeployAsync(function, cancellation);
        var endpoints = new List<ServedFunction>();
        foreach (var served in deployed.Endpoints) endpoints.Add(await gateways.FrontAsync(served, cancellation));
        return new GatewayFunction(deployed, endpoints);
    }

    /// <remarks>The gateway works for the target, and counts.</remarks>
    public ProcessUsage Usage(bool memory) => inner.Usage(memory) + ProcessUsage.Of(gateways.Ids, memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => inner.LoadsAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await gateways.DisposeAsync();
        await inner.DisposeAsync();
    }
}

/// <summary>A function behind the gateway. The target's own requests go through it too: its machine has it as its front.</summary>
internal sealed class GatewayFunction(IDeployedFunction inner, IReadOnlyList<ServedFunction> endpoints) : IDeployedFunction
{
    public ServedFunction? Served => endpoints.Count > 0 ? endpoints[0] : null;

    public IEnumerable<ServedFunction> Endpoints => endpoints;

    public Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation) => inner.StartOnceAsync(state, cancellation);

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) => throw new TargetException("Instances are weighed without the gateway.");

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
