using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>Native servers, one for each function deployed.</summary>
internal sealed class ProcessRun(MeasuringMachine machine) : ITargetRun
{
    private readonly List<ProcessFunction> _functions = [];

    /// <remarks>The settings are those of the first function's server; all are started alike.</remarks>
    public TargetConfiguration Configuration => _functions.Count > 0 ? _functions[0].Configuration : new TargetConfiguration([], []);

    public string? Failure => _functions.Select(f => f.Failure).FirstOrDefault(f => f is not null);

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var program = NativeBuilds.Require(function);
        var deployed = new ProcessFunction(function, program, await NativeServer.StartAsync(program, machine, cancellation), machine);
        _functions.Add(deployed);
        return deployed;
    }

    /// <remarks>A server of its own, which is no part of the run's usage and failure.</remarks>
    public async Task<INeighbour> DeployNeighbourAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var program = NativeBuilds.Require(function);
        var address = FreePort.Find();
        return await KeptNeighbour.StartAsync(
            new ServedFunction(address, function.Case.Bytes(""), function.Case.ExpectedBody, "N5"),
            async stop => new ServerLife(await NativeServer.StartAsync(program, address, function.MemoryBytes, machine, stop)),
            cancellation);
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of(_functions.Select(f => f.Process), memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions) await function.DisposeAsync();
    }
}
