using System.Net;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>Containers, one warm one for each function deployed.</summary>
internal sealed class ContainerRun(Func<string, IPEndPoint, long?, Task<IContainerRuntime>> make, MeasuringMachine machine) : ITargetRun
{
    private readonly List<ContainerFunction> _functions = [];

    /// <remarks>The settings are those of the first function's container; all are made alike.</remarks>
    public TargetConfiguration Configuration => _functions.Count > 0 ? _functions[0].Configuration : new TargetConfiguration([], []);

    public string? Failure => _functions.Select(f => f.Failure).FirstOrDefault(f => f is not null);

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var program = NativeBuilds.Require(function);
        var deployed = await ContainerFunction.StartAsync(address => make(program, address, null), function, machine, cancellation);
        _functions.Add(deployed);
        return deployed;
    }

    /// <remarks>A container of its own, which is no part of the run's usage and failure. Its memory limit is the function's, as a platform would set it.</remarks>
    public async Task<INeighbour> DeployNeighbourAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var served = new ServedFunction(FreePort.Find(), function.Case.Bytes(""), function.Case.ExpectedBody, "N5");
        return await NeighbourContainer.StartAsync(await make(NativeBuilds.Require(function), (IPEndPoint)served.Address, function.MemoryBytes), served, machine, cancellation);
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of(_functions.SelectMany(f => f.Processes).Distinct(), memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(_functions.Sum(f => f.Started));

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions) await function.DisposeAsync();
    }
}
