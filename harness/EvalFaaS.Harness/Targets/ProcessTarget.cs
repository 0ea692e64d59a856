using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>
/// The function as a native process: spawned for each request (CGI/1.1, states N2 and N3), or a long-running server (N5).
/// </summary>
public sealed class ProcessTarget : ITarget
{
    /// <inheritdoc/>
    public string Name => "process";

    /// <inheritdoc/>
    public string IsolatedBy => "a process (one for each request, or one that serves them all), no namespaces";

    /// <inheritdoc/>
    public string? WhyUnavailable() => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => ["N2", "N3", "N5"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load | TargetAbilities.Instances;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(TargetSetup setup, CancellationToken cancellation)
    {
        var program = NativeBuilds.Require(setup);
        var server = await NativeServer.StartAsync(program, setup.Machine, cancellation);
        return new ProcessRun(setup, program, server);
    }
}

internal sealed class ProcessRun : ITargetRun
{
    private readonly TargetSetup _setup;
    private readonly string _program;
    private readonly NativeServer _server;
    private readonly SpawnThread _spawner;
    private readonly SpawnedCommand _command;
    private readonly List<NativeServer> _held = [];

    public ProcessRun(TargetSetup setup, string program, NativeServer server)
    {
        _setup = setup;
        _program = program;
        _server = server;
        _spawner = new SpawnThread(setup.Machine.Cores.Targets, hideHybridCgroup: false);
        _command = new SpawnedCommand([program], CgiRequest.Environment(setup));
        Configuration = new TargetConfiguration(CommonSettings.Read(server.Process.Id, setup.Machine), []);
        Served = new ServedFunction(server.Address, setup.Case.Bytes(""), setup.Case.ExpectedBody, "N5");
    }

    public TargetConfiguration Configuration { get; }

    public ServedFunction? Served { get; }

    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        if (state == "N5") return new StartObservation(await OneRequest.RunAsync(Served!, _setup.Machine, cancellation), state);
        if (state == "N2") PageCache.Drop(_program);
        var result = await _spawner.RunAsync(() => _command.Run(_setup.Case.Body.Span, _setup.Machine.Clock));
        return new StartObservation(CgiRequest.Sample(result, _setup.Case.ExpectedBody), state);
    }

    public async Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation)
    {
        while (_held.Count < count)
        {
            var server = await NativeServer.StartAsync(_program, _setup.Machine, cancellation);
            _held.Add(server);
            await OneRequest.RunAsync(Served! with { Address = server.Address }, _setup.Machine, cancellation);
        }

        var usage = ProcessUsage.Of(_held.Select(s => s.Process.Id));
        return new InstanceMemory(count, usage.ResidentBytes, usage.ProportionalBytes);
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of([_server.Process.Id], memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _held) await server.DisposeAsync();
        await _server.DisposeAsync();
        _spawner.Dispose();
        _command.Dispose();
    }
}
