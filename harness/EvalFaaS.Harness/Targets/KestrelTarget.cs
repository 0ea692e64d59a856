using System.Net;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Targets;

/// <summary>A bare ASP.NET Core endpoint that answers with the request's body: the ceiling of anything served by the same HTTP stack. It runs no function.</summary>
/// <param name="name">The name in suites.</param>
public sealed class KestrelTarget(string name) : ITarget
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string IsolatedBy => "nothing: no function runs";

    /// <inheritdoc/>
    public TargetOrigin Origin => new("MIT", Environment.Version.ToString(), "ASP.NET Core, part of .NET");

    /// <inheritdoc/>
    public string PhaseNotes => "No function runs: there are no phases.";

    /// <inheritdoc/>
    public string? WhyUnavailable() => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => [];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation)
    {
        var address = FreePort.Find();
        var server = ServerProcess.Start([.. machine.Program, "baseline", "kestrel", "--urls", $"http://{address}"], machine.Cores.Targets, machine.Memory);
        try
        {
            await server.WaitUntilListeningAsync(address, TimeSpan.FromSeconds(20), machine.Time, cancellation);
            return new KestrelRun(server, address, DotNetFacts.Read(server, machine));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}

internal sealed class KestrelRun(ServerProcess server, IPEndPoint address, TargetConfiguration configuration) : ITargetRun, IDeployedFunction
{
    public TargetConfiguration Configuration => configuration;

    public string? Failure => server.Failure;

    public ServedFunction? Served { get; private set; }

    /// <remarks>It echoes: whatever the function's right answer is, the ceiling's is the request's own body.</remarks>
    public Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        Served = new ServedFunction(address, function.Case.Bytes(""), function.Case.Body, StartStates.None);
        return Task.FromResult<IDeployedFunction>(this);
    }

    public Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation) => throw new TargetException("The bare server starts no function.");

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) => throw new TargetException("The bare server has no instances.");

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of([server.Id], memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
